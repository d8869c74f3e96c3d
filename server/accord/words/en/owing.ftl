# What is left to do, and reminders.

owing-mine = Still waiting for you
owing-excused = The agreement does not wait for your signature; you may sign now that you are back.
owing-refused = Version { $version }: your refusal is kept, you may change your mind
owing-refused-go = Open the signature
owing-answer = { $n ->
    [one] A proposed change waits for your answer
   *[other] { $n } proposed changes wait for your answer
}
owing-answer-until = until { $day }, { $time }
owing-answer-go = Answer
owing-prework = { $n ->
    [one] { $n } question before you meet
   *[other] { $n } questions before you meet
}
owing-prework-go = Answer now

owing-title = Who we still wait for
owing-none = Nobody has anything left to do.
owing-signatures = Signature
owing-answers = Answer to a change
owing-counts = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
owing-sheet = Sheet with names, to print
owing-sheet-more = only for those who lead and the heads
owing-left = { $n ->
    [one] { $left } of the { $n } person we wait for has left an e-mail address.
   *[other] { $left } of the { $n } people we wait for have left an e-mail address.
}
owing-remind = Reminders
owing-remind-on = Reminders until { $day }
owing-remind-off = Nobody gets reminders
owing-remind-over = The reminders ended on { $day }
owing-remind-set = Set reminders
owing-remind-what = Whoever left an address and still has something to do gets a short letter: in their language, at most once a day, on working days between 9:00 and 17:00, no more than 5 times in all. A refusal is an answer too: after it no letters come.
owing-remind-until = Last day of reminders
owing-remind-after = After that day the addresses are deleted.
owing-remind-no-mail = This server sends no mail. Print the sheet, or tell whoever looks after the server.
owing-remind-start = Remind
owing-remind-change = Change the day
owing-remind-stop = Stop reminding
owing-remind-day = Give a day from tomorrow to 60 days ahead.

owing-mail = My address for reminders
owing-mail-hint = If you like. You get at most 5 short letters, and one when the agreement is in force. Then the address is deleted. Nobody in the workshop sees it.
owing-mail-field = E-mail address
owing-mail-keep = Remind me
owing-mail-kept = We will remind you at { $address }.
owing-mail-away = Delete my address
owing-mail-gone = The address is deleted.
