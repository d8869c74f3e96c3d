# The cockpit: the facilitator's desk.

cockpit-title = Cockpit
cockpit-tabs = Parts of the cockpit
cockpit-tab-agenda = Agenda
cockpit-tab-now = Now
cockpit-tab-side = Help

cockpit-key-next = next phase
cockpit-key-pause = pause, go on
cockpit-key-minute = one more minute
cockpit-key-park = put on the parking lot
cockpit-key-screen = room screen
cockpit-key-pen = take the pen

# the bar
cockpit-late = { $n } min behind
cockpit-early = { $n } min ahead
cockpit-in-time = On time
cockpit-not-begun = Not started yet
cockpit-ended = Workshop ended
cockpit-end = ends { $end }
cockpit-end-instead = ends { $end } instead of { $booked }
cockpit-here = { $of ->
    [one] { $n } of { $of } person
   *[other] { $n } of { $of } people
}
cockpit-agreement = Agreement
cockpit-screen = Room screen
cockpit-board = Whole canvas

# agenda
cockpit-agenda = Agenda
cockpit-minutes = Minutes
cockpit-minutes-of = minutes:
cockpit-minutes-for = Minutes: { $name }
cockpit-step-finished = finished
cockpit-step-skipped = skipped
cockpit-start-here = Start this step
cockpit-again = Open again
cockpit-finish = Finish the step
cockpit-skip = Skip
cockpit-unskip = Put back
cockpit-up = Earlier
cockpit-down = Later
cockpit-finish-at = Ends
cockpit-end-workshop = End the workshop
cockpit-end-sure = End it? Nothing is lost, and a step can be opened again.
cockpit-end-yes = Yes, end it

# shortening
cockpit-shorten = Shorten the rest
cockpit-shorten-more = A proposal to end at the booked time. Change the minutes before you apply it.
cockpit-shorten-none = There are no steps left to shorten.
cockpit-shorten-step = Step
cockpit-shorten-from = Now
cockpit-shorten-to = Then
cockpit-shorten-result = Ends { $end }, booked for { $booked }.
cockpit-shorten-short = { $n ->
    [one] One minute is still missing. You can skip a step in the agenda.
   *[other] { $n } minutes are still missing. You can skip a step in the agenda.
}
cockpit-shorten-go = Apply

# the middle
cockpit-phase = Phase
cockpit-start-title = Shall we begin?
cockpit-between-title = A short pause
cockpit-done-title = The agenda is done
cockpit-done-text = What is left is the agreement: read it together and freeze a version to sign.
cockpit-over-title = The workshop has ended
cockpit-over-text = The agreement can still be read, edited, frozen and signed. A step of the agenda can be opened again.
cockpit-signed = Signatures under version { $version }
cockpit-over-sign = Whoever has not signed yet can do so on their own screen or from their sign-later link.
cockpit-next-is = { $n ->
    [one] Next step: { $name }, { $n } minute.
   *[other] Next step: { $name }, { $n } minutes.
}
cockpit-break-until = Break until { $time }
cockpit-arrivals = Who is here
cockpit-missing = { $team }, still without: { $names }
cockpit-missing-names = Still without: { $names }
cockpit-next-write = Start writing
cockpit-next-reveal = Reveal now
cockpit-next-discuss = To the talk
cockpit-next-vote = To the vote
cockpit-next-agree = To the agreement
cockpit-next-step = Next: { $name }
cockpit-pause = Pause
cockpit-go-on = Resume
cockpit-minute = + 1 min
cockpit-two-minutes = Add 2 minutes
cockpit-over-choice = Time is up. What now?
cockpit-agree-now = Agree now
cockpit-park-rest = Park the rest
cockpit-say = Say
cockpit-follow-up = Ask further
cockpit-good = A good answer: “{ $text }”
cockpit-weak = A weak answer: “{ $text }”
cockpit-tips = { $n ->
    [one] { $n } tip for this step
   *[other] { $n } tips for this step
}
cockpit-why = Why this matters
cockpit-why-source = Source: { $text }
cockpit-why-care = To think with, never as a target.

# who writes
cockpit-who-writes = Who is still writing
cockpit-have = { $n } of { $of } have an answer
cockpit-writing = still writing
cockpit-done = done
cockpit-offline = not connected
cockpit-away = absent
cockpit-nobody = Nobody is here yet.
cockpit-notes = { $n ->
    [0] no notes
    [one] { $n } note
   *[other] { $n } notes
}
cockpit-notes-of = { $n ->
    [one] note
   *[other] notes
}
cockpit-answers = { $n } of { $of }
cockpit-have-done = { $n } of { $of } are done
cockpit-answers-done = { $n } of { $of } done
cockpit-nobody-knows = Authors are hidden here: you see who is done. Whether somebody has written and what, nobody sees, not even you.
cockpit-few-to-hide = In “{ $step }” authors are hidden, but fewer than three people are here from: { $teams }. They may be guessed. Say so before people write, or choose in the agenda, under this step, that authors are shown.
cockpit-authors = Authors
cockpit-authors-named = by name
cockpit-authors-team = by team
cockpit-authors-hidden = hidden
cockpit-authors-named-means = After the reveal the author's name stands on the note.
cockpit-authors-team-means = After the reveal the team is shown; the log keeps the name.
cockpit-authors-hidden-means = At the reveal who wrote what is deleted. Needs four people here.
cockpit-authors-settled = This was settled when the step began.
cockpit-nobody-reads = You see who writes and how many notes they have. Nobody sees the words, not even you, until the reveal.
cockpit-ask-writing = { $n ->
    [one] One person is still writing
   *[other] { $n } people are still writing
}
cockpit-ask-writing-more = Saved notes will be revealed. Unfinished sentences stay with their authors.
cockpit-ask-reveal = Move on
cockpit-ask-stay = Stay here
cockpit-ask-undecided = { $n ->
    [one] One wording is not agreed
   *[other] { $n } wordings are not agreed
}
cockpit-ask-undecided-more = Put the matter on the parking lot with a person and a date, or move on and come back from the agenda.
cockpit-ask-on = Move on without a result

# votes and consent
cockpit-turnout = Who has voted
cockpit-turnout-note = Counts, never names. Totals appear when the vote closes.
cockpit-dots = Dots per person
cockpit-votes = { $n ->
    [one] { $n } vote
   *[other] { $n } votes
}
cockpit-answers-in = Answers
cockpit-answers-note = Counts, never names. All hands appear at once when every answer is in.
cockpit-offline-people = Not connected
cockpit-count-absent = Count as absent
cockpit-count-absent-of = Count as absent: { $name }
cockpit-count-present = Count as present
cockpit-pen-force = Take over the pen
cockpit-propose-again = Propose a new wording
cockpit-withdraw = Withdraw the proposal
cockpit-failed-2 = After two rounds the matter goes to the parking lot, with a person and a date. Nobody decides for others.
cockpit-park-proposal = Put on the parking lot

# help
cockpit-balance = Balance of the teams since the start
cockpit-balance-notes = Notes
cockpit-balance-wordings = Wordings
cockpit-balance-per = Average per person.
cockpit-balance-quiet = { $team } writes less: let them speak first.
cockpit-parking = Parking lot
cockpit-parking-count = { $n ->
    [0] empty
    [one] { $n } matter
   *[other] { $n } matters
}
cockpit-park-title = Put a matter on the parking lot
cockpit-park-edit = Change a parked matter
cockpit-park-edit-of = Change: { $text }
cockpit-park-what = What is left to settle
cockpit-park-owner = Who takes care of it
cockpit-park-due = By when
cockpit-park-go = Park a matter
cockpit-park-close = Settled
cockpit-park-close-of = Settled: { $text }
cockpit-park-reopen = Open again
cockpit-park-reopen-of = Open again: { $text }
cockpit-save = Save
cockpit-jot = Notes only for you
cockpit-jot-here = Saving
cockpit-jot-saved = Saved

# people and doors
cockpit-waiting = { $n ->
    [one] One person waits at the door
   *[other] { $n } people wait at the door
}
cockpit-waiting-live = { $n ->
    [one] One person waits to be let in.
   *[other] { $n } people wait to be let in.
}
cockpit-waiting-short = · { $n } at the door
cockpit-admit = Let in
cockpit-admit-of = Let in: { $name }
cockpit-admit-all = Let everyone in
cockpit-turn-away = Turn away
cockpit-turn-away-of = Turn away: { $name }
cockpit-role-observer = observer
cockpit-people-open = People, links and doors
cockpit-people-title = People, links and doors
cockpit-others = Leading and observing
cockpit-online = here
cockpit-offline-now = not connected
cockpit-offline-since = not connected for { $n } min
cockpit-head-on = Heads the team
cockpit-head-off = Does not head the team
cockpit-to-team = Move to { $team }
cockpit-make-co = Make co-facilitator
cockpit-hand-over = Hand over the lead
cockpit-to-member = Back to the team
cockpit-remove = Remove from the workshop
cockpit-remove-sure = Remove { $name }? Notes and signatures stay.
cockpit-remove-yes = Yes, remove
cockpit-doors = Doors and links
cockpit-doors-open = The doors are open: people can join with the link or code.
cockpit-doors-closed = The doors are closed: nobody new can join. Whoever is in can come back.
cockpit-doors-close = Close the doors
cockpit-doors-open-them = Open the doors
cockpit-link-join = Link and code for the teams
cockpit-link-observer = Link for observers and the room screen
cockpit-link-facilitator = Facilitator link
cockpit-link-copy = Copy link
cockpit-rotate = Replace
cockpit-rotate-sure = The old link and code stop working.
cockpit-rotate-yes = Yes, replace
cockpit-rotated = New link:
cockpit-recovery = New recovery code:
cockpit-invitation = Invitation to print

cockpit-returns = wants their seat back
cockpit-returns-online = wants their seat back, and somebody is in it now
