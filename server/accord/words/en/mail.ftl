# Letters that remind: plain text, no words of the workshop beyond its title.

mail-hello = Hello,
mail-remind-subject = Waiting for you: { $title }
mail-remind-lead = in the workshop “{ $title }” this still waits for you:
mail-owes-sign = your signature under version { $version } (fingerprint { $fingerprint })
mail-owes-answer = your answer to change no. { $number }, until { $until }
mail-owes-prework = { $n ->
    [one] { $n } question to think about before you meet
   *[other] { $n } questions to think about before you meet
}
mail-seat = Your seat in the workshop:
mail-care = The link is for you alone: whoever has it can sign in your name. Do not pass it on.
mail-remind-until = We write at most once a day, on working days, until { $until } and no more than { $most } times in all.
mail-remind-away = To get no more of these, open the link and choose “{ owing-mail-away }”. Your address is gone at once.
mail-force-subject = The agreement is in force: { $title }
mail-force-lead = the last signature is here: the agreement “{ $title }”, version { $version } (fingerprint { $fingerprint }), is in force from { $day }.
mail-force-link = The agreement, and the document to keep:
mail-force-last = This is the last letter. Your address has just been deleted.
mail-from = Accord
