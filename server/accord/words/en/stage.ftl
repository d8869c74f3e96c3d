# The stage: what a member sees while the room works.

stage-phases = Phases
stage-phase-waiting = Soon
stage-phase-write = Silent writing
stage-phase-reveal = Reveal
stage-phase-discuss = Discuss
stage-phase-vote = Vote
stage-phase-agree = Agree
stage-phase-closed = Closed
stage-where = { $activity }, { $n } of { $of }
stage-now = Now: { $phase }. { $prompt }
stage-more = More
stage-agreement-link = The agreement so far
stage-board-link = The whole board
stage-sign-link = Version { $version } waits for your signature
stage-sign-go = Read and sign

# writing
stage-write-kick = We write alone and in silence
stage-write-kick-asked = Your team is asked
stage-write-kick-guess = Your team guesses
stage-write-guess = Guess what { $team } will write. One guess per note.
stage-write-own-then-other = First about your own team, then what you ask of the other one.
stage-write-together = Several short questions, in any order
stage-example-show = Show an example
stage-example-good = Good
stage-example-weak = Weak
stage-sees-named = Only you see this. We reveal all notes at once, with the names of their authors.
stage-sees-team = Only you see this. We reveal all notes at once, with the name of the team and without yours. Others won't see your name; in the workshop's log it stays.
stage-sees-hidden = Only you see this. At the reveal we delete who wrote what: no names, no teams, and nobody can find it out afterwards, not even in the database.
stage-sees-hidden-few = A team has fewer than three people here, so hidden authors may still be guessed. Write accordingly.
stage-note-label = Your note
stage-note-label-more = Your next note
stage-note-label-step = The next step
stage-note-label-rank = Campaign or source
stage-note-label-reason = The reason for your rating
stage-note-label-need = What you need, and what for
stage-note-label-guess = Your guess
stage-note-count = { $n } / { $of }
stage-note-one-thought = One thought per note
stage-note-add = Add
stage-note-key-enter = Enter
stage-note-newline = Shift and Enter starts a new line. Arrow up in an empty field edits your last note.
stage-step-days = Days
stage-step-days-hint = How long it usually takes
stage-rank-evidence = Evidence: a figure
stage-rank-evidence-hint = SQLs or wins, with the period
stage-rank-full = You have named three. Remove one to name another.
stage-mine = My notes
stage-mine-steps = My steps
stage-mine-rank = My ranking
stage-mine-empty = Nothing yet. The first thought is enough to begin.
stage-mine-count = { $n ->
    [one] { $n } note
   *[other] { $n } notes
}
stage-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
stage-days-total = Together: { $days }
stage-state-saved = Saved
stage-state-here = Waits for the network, safe on this device
stage-note-edit = Edit
stage-note-edit-of = Edit: { $text }
stage-note-remove = Remove
stage-note-remove-of = Remove: { $text }
stage-note-save = Save
stage-note-cancel = Cancel
stage-note-up = Move up: { $text }
stage-note-down = Move down: { $text }
stage-note-late = added later
stage-edit-label = Change of your note
stage-scale-label = Your rating
stage-scale-end = { $n }: { $end }
stage-scale-saved = Rating saved. You can change it until writing ends.
stage-done = Done, waiting for the others
stage-done-on = You are done. Click to go on writing

# hints
stage-hint-long = A long note. One thought is easier to group.
stage-hint-two = Looks like two thoughts. Split it?
stage-hint-blame = Describe the situation: what happened and with what effect.
stage-hint-person = Notes are about work, not about people.
stage-hint-number = Add unit and period, e.g. “50 MQLs a month”.
stage-hint-vague = How will we know it worked?
stage-hint-contact = Remove the customer's personal data.

# refused
stage-refused-title = { $n ->
    [one] One text was not submitted
   *[other] { $n } texts were not submitted
}
stage-refused-note = Not submitted. { $reason }
stage-refused-closed = Not submitted: writing has ended. The text is kept here.
stage-refused-late = Add to the discussion
stage-refused-retry = Try again
stage-refused-copy = Copy
stage-refused-copied = Copied
stage-refused-dismiss = Let it go

# reveal and discussion
stage-reveal-hush = We read in silence
stage-discuss-how = Questions first, then themes. Anyone may group.
stage-side-count = { $n ->
    [0] no notes
    [one] { $n } note
   *[other] { $n } notes
}
stage-side-none = Nobody in { $team } wrote about this.
stage-side-empty = No notes from { $team }.
stage-hidden-side = Without teams and names
stage-group-shared = Raised by both teams
stage-group-one = Raised by one team
stage-group-other = Themes
stage-group-loose = Not in a theme yet
stage-theme-count = { $n ->
    [one] { $n } note
   *[other] { $n } notes
}
stage-theme-empty = No notes here yet. Drop one here or use “Move” on a note.
stage-theme-new = New theme
stage-theme-new-from = { $n ->
    [one] New theme from { $n } note
   *[other] New theme from { $n } notes
}
stage-theme-title = Title of the theme
stage-theme-make = Make the theme
stage-theme-rename = Rename
stage-theme-remove = Take apart
stage-theme-hit = Guessed
stage-theme-menu = Theme { $theme }
stage-move = Move
stage-move-of = Move: { $text }
stage-move-menu = Move the note
stage-move-to = To: { $theme }
stage-move-out = Out of the theme
stage-move-equals = Same as: { $text }
stage-move-said = Moved to { $theme }.
stage-move-said-out = Taken out of the theme.
stage-select = Select: { $text }
stage-selected = { $n ->
    [one] { $n } note selected
   *[other] { $n } notes selected
}
stage-selected-clear = Clear
stage-loose-drop = Drop here to take a note out of its theme
stage-need = Needs of { $team }
stage-guess = Guesses of { $team }
stage-revealed-live = All notes are shown: { $marketing } and { $sales }.
stage-live-notes = { $n ->
    [one] { $team }, { $n } note
   *[other] { $team }, { $n } notes
}
stage-late-open = Add one more note
stage-late-hidden = Who wrote these notes is deleted. A note added now would tell whose it is; whoever leads can open writing again.
stage-late-hint = It will be shown at once, marked as added later.

# the band
stage-band-title = How far apart
stage-band-apart = We see this differently
stage-band-apart-more = Worth more time.
stage-band-near = We see this alike
stage-band-few = Too few answers to compare
stage-band-few-more = Figures are shown from three answers in each team.
stage-band-gap = The averages are { $value } apart.
stage-band-mean = average { $value }
stage-band-scale = Scale from { $min } to { $max }. { $marketing }: { $m }. { $sales }: { $s }.
stage-band-answers-none = no answers
stage-band-themes-both = { $n ->
    [one] { $n } of { $of } themes comes from both teams.
   *[other] { $n } of { $of } themes come from both teams.
}
stage-band-themes-one = { $n ->
    [one] { $n } was raised by { $team } only.
   *[other] { $n } were raised by { $team } only.
}
stage-band-guessed = { $n ->
   *[other] { $n } of { $of } needs were guessed by the other team.
}
stage-band-top = { $n ->
    [0] The first threes of the teams have nothing in common.
    [one] The first threes of the teams share { $n } item.
   *[other] The first threes of the teams share { $n } items.
}
stage-band-steps = { $team }: { $steps } steps and { $days } days on average.

# the vote
stage-vote-how = Vote for what brings us closest to the shared goal.
stage-vote-left = { $n ->
    [0] All your votes are placed
    [one] { $n } of { $of } votes left
   *[other] { $n } of { $of } votes left
}
stage-vote-later = Totals are shown after closing. Both teams count the same, whatever their size.
stage-vote-add = Vote for: { $text }
stage-vote-take = Take a vote back from: { $text }
stage-vote-mine = { $n ->
    [0] no vote of yours
    [one] { $n } vote of yours
   *[other] { $n } votes of yours
}
stage-vote-nothing = There is nothing to vote on yet.
stage-vote-observer = Members vote on their own screens.
stage-votes-title = Votes
stage-votes-score-label = Balanced score: { $score }
stage-votes-of = { $team }: { $n }
stage-votes-silent = { $team } cast no votes: its half is left out.
stage-votes-none = Nobody voted.

# the wording
stage-agree-none = No wording yet
stage-agree-none-more = Somebody takes the pen and writes one sentence. Everyone sees it appear.
stage-agree-write = Take the pen and write
stage-agree-start = Or start from what is here
stage-agree-start-from = Start from this: { $text }
stage-agree-start-short = Start from this
stage-agree-proposal = Proposal
stage-agree-round = Round { $n }
stage-agree-empty = Not a word yet.
stage-agree-personal = This zone is personal and needs no agreement.
stage-agree-sources = Where this comes from
stage-agree-sources-none = No notes are linked yet.
stage-agree-sources-change = Choose notes
stage-agree-sources-done = Done choosing
stage-pen-free = The pen is free.
stage-pen-last = Last change (underlined): { $name }.
stage-pen-take = Take the pen
stage-pen-held = { $name } is writing. The words appear as they are typed.
stage-pen-rest = Answers return when the pen is put down
stage-pen-yours = You are writing.
stage-pen-silence = After 10 s of silence the pen goes back.
stage-pen-back = The pen went back after a silence. Typing takes it again.
stage-pen-drop = Put the pen down
stage-pen-words = Wording of the proposal
stage-clash-title = Two wordings
stage-clash-more = The wording changed while you wrote. Nothing is lost: choose, or copy from one into the other.
stage-clash-mine = Yours, based on an older one
stage-clash-theirs = Now in the room
stage-clash-theirs-by = Now in the room ({ $name })
stage-clash-use-mine = Take the pen with mine
stage-clash-use-theirs = Keep theirs

# consent
stage-consent-title = How far do you support it?
stage-consent-5 = I support it and will help put it into practice
stage-consent-4 = I support it
stage-consent-3 = I can live with it
stage-consent-2 = I have a concern: change something before we decide
stage-consent-1 = I do not support it as it stands
stage-consent-0 = Objection: this would harm our shared goal
stage-consent-line = below 3 we change the wording
stage-consent-why = What would bring you to 3?
stage-consent-why-send = Send my answer
stage-consent-reservation = A reservation to keep with the result (optional)
stage-consent-reservation-kept = The reservation stays with the result.
stage-consent-until = Answers are shown at once when all are in. Until then you may change yours.
stage-consent-heads = You lead your team, so you answer last. This opens when the others have answered.
stage-consent-heads-others = The heads of the teams answer last.
stage-consent-quorum = Less than half of a team is here, so nothing can be agreed yet.
stage-consent-pen = Consent rests while somebody writes.
stage-consent-observer = Members answer on their own screens.
stage-consent-count = { $n } of { $of }
stage-hands-title = All hands
stage-hands-one = { $name }: { $level }
stage-hands-reason = What would bring it to 3: { $reason }
stage-hands-reservation = Reservation: { $reason }
stage-hands-head = head of the team
stage-failed-1 = Not yet. Somebody is below 3.
stage-failed-1-more = Read what would bring them to 3, change the wording and ask once more.
stage-failed-2 = Below 3 twice
stage-failed-2-more = This goes to the parking lot with an owner and a date. The facilitator notes it down.
stage-agreed = Agreed
stage-agreed-of = Agreed by { $n } of { $of }
stage-agreed-live = Agreed: { $text }
stage-agreed-level = { $level }: { $n }
stage-parked = On the parking lot
stage-parked-until = { $owner }, by { $due }

# results, breaks, the end
stage-results = Agreed so far
stage-results-count = { $n ->
    [0] Nothing agreed yet
    [one] Agreed so far: { $n } sentence
   *[other] Agreed so far: { $n } sentences
}
stage-results-none = The first agreed sentence appears here.
stage-break = Break
stage-break-until = Back at { $time }
stage-break-next = Then: { $next }
stage-between = One moment
stage-between-more = The facilitator opens the next part. Nothing is asked of you now.
stage-next = Next: { $next }
stage-signoff-more = Read the agreement and sign on your own screen.
stage-ended = The workshop has ended
stage-ended-more = Everything agreed is in the agreement. It can be read, signed and downloaded there.
stage-ended-open = Open the agreement
stage-person-twin = { $name } ({ $n })

# keys
stage-key-note = Write a note
stage-key-group = Move the note in focus into a theme
stage-key-vote = Vote, again takes it back
stage-key-consent = Consent, 0 to 5
stage-key-pen = Take the pen
stage-key-pen-drop = Put the pen down
