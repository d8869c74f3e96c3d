# Sessions of one workshop, what people answer before the day, and the heads' draft.

sessions-when = { $day }, { $time }
sessions-next = Session { $n } of { $of }: { $name }
sessions-no-day = The day is not set yet.
sessions-who = Who sits: { $who }
sessions-heads = Heads and one person from each team
sessions-heads-more = What they agree is a proposal. Both teams read it, comment, and decide.
sessions-homework = Until then
sessions-homework-after = Homework after it: { $text }
sessions-before = Before the meeting
sessions-status-running = Running
sessions-status-ended = Ended
sessions-version = version { $version }
sessions-plan = Day and time
sessions-end = End this session
sessions-end-more = Results, open matters and the agreement wait for the next one.
sessions-over = Session { $n } is over: { $name }
sessions-over-more = What was agreed stays. You can read the agreement, sign a version, and come back for the next session.
sessions-begin = Begin session { $n }: { $name }
sessions-sits-out = The heads are preparing a draft
sessions-sits-out-more = Both teams will read it, say what should change, and only then decide. Your facilitator tells you when.

# before the day
sessions-prework = Before the day: answer these
sessions-prework-more = Nobody sees your answers before the reveal, not even the facilitator. You can change or remove them until then.
sessions-read-draft = Read the draft
sessions-prework-desk = Before the day
sessions-prework-desk-more = Open questions for writing; the joining link leads people to them. You see who has answered, never what.
sessions-prework-choose = Choose questions
sessions-prework-close = Close
sessions-prework-close-of = Close: { $name }
sessions-has-answered = has answered
sessions-has-not = not yet

# the heads' draft
sessions-draft-mark = Heads' draft
sessions-draft-mark-more = Agreed by the heads. It applies once the teams have taken it on.
sessions-heads-wrote = The heads wrote: “{ $text }”
sessions-draft-left = { $n ->
    [0] The teams have taken on the whole draft
    [one] { $n } clause is still the heads' draft
   *[other] { $n } clauses are still the heads' draft
}
sessions-unheard = No comment from { $team } has been discussed yet. Nothing can be frozen or signed before.
sessions-ask-all = Ask the teams about all of it
sessions-ask-when = The teams are asked while you talk or agree.
sessions-ask-choose = Ask one by one
sessions-ask-one = Ask
sessions-ask-one-of = Ask the teams: { $text }
sessions-asked = { $n ->
    [one] Do we take on this clause of the heads' draft?
   *[other] Do we take on these { $n } clauses of the heads' draft?
}
sessions-asked-later = You answer as soon as the agreement phase opens.
sessions-failed-more = Change the words in the agreement and everyone is asked again.
sessions-comments = Comments
sessions-comments-choose = Take up a comment here
sessions-comment-take = Take up
sessions-comment-take-of = Take up: { $text }
sessions-comment-drop = Put back
sessions-comment-from = From { $team }
sessions-compare = Heads and teams compared
sessions-compare-section = Section
sessions-compare-heads = Heads
sessions-compare-now = Now
sessions-compare-clauses = { $n ->
    [one] { $n } clause
   *[other] { $n } clauses
}
sessions-compare-became = still a draft: { $left } · changed: { $changed } · added by the teams: { $added }

# the plan of a day
sessions-break-hint = { $minutes } minutes without a break before “{ $name }” ends. People sit for at most 100.
sessions-group-tables = With { $n } people: talk in pairs or at mixed tables of four, two from each team, then all together.
sessions-group-delegates = With { $n } people: run half of the activities with delegates named by their team; everyone comments before you agree.
sessions-way-shorten = Shorten every step a little
sessions-way-pairs = Talk in pairs: half the time
sessions-way-park = Park: { $names }
sessions-ways = How to end on time
sessions-left-out = left out

# the state of the work together, measured again
sessions-change = Change since session { $n }
sessions-change-first = Change since the start
sessions-change-of = { $team }: { $before } → { $after }
