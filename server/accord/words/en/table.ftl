# Rows of tables: definitions, promises, metrics, meetings, the lead's way.

table-count = { $n ->
    [0] no rows
    [one] { $n } row
   *[other] { $n } rows
}
table-count-agreed = { $n } of { $of } agreed
table-shape = How the rows are shown
table-shape-cards = As a list
table-shape-table = As a table
table-number = No.
table-state = State
table-fields = What each field means, with examples
table-optional = optional
table-fields-more = { $n ->
    [one] { $n } more field
   *[other] { $n } more fields
}
table-empty = Nothing here yet. Start with an empty row, with a ready text or with a note.
table-empty-read = Nothing here yet.
table-others = { $n ->
    [one] { $n } more row of this table
   *[other] { $n } more rows of this table
}
table-row-unnamed = Row without a name

# cells
table-cell-of = { $field }:{" "}
table-cell-add = add
table-cell-missing = fill in
table-cell-missing-read = missing
table-cell-nothing = –
table-cell-done = Done
table-cell-now = Now in the room: { $words }
table-cell-mine = Put mine there
table-cell-change = Change mine
table-pen-yours = You are writing. Enter or Esc puts the pen down.
table-pen-list = You are writing, one item a line. Esc puts the pen down.
table-pen-held = { $name } is writing
table-choice-none = Leave open
table-person-words = Or in words: a role, a system
table-part-figure = Figure
table-part-unit = Unit
table-part-comparison = At least or at most
table-part-per = Per which period
table-part-once = once
table-refs-none = There is nothing to choose from yet.

# adding, moving, removing
table-add = Add a row
table-add-first = Add: { $name }
table-add-starter = From a ready text ({ $n })
table-add-note = From a note or a theme
table-search = Search
table-search-none = Nothing fits.
table-search-more = { $n ->
    [one] { $n } more. Search to see it.
   *[other] { $n } more. Search to see them.
}
table-take = Take this
table-take-of = Take this: { $name }
table-up = Move up: { $name }
table-down = Move down: { $name }
table-remove-of = Remove: { $name }
table-removed = The row is gone.
table-removed-undo = Bring it back

# state and consent
table-status-draft = Draft
table-status-asked = Everybody is asked
table-status-failed = Somebody is below 3
table-status-changed = Changed since it was agreed
table-status-request = A request to { $team }
table-status-promise = { $team } takes it on
table-lacks = { $n ->
    [one] { $n } field missing
   *[other] { $n } fields missing
}
table-was = Agreed before it was changed
table-ask = Ask everybody
table-ask-of = Ask everybody about: { $name }
table-ask-again = Ask everybody again
table-ask-all = { $n ->
    [one] Ask everybody about { $n } row
   *[other] Ask everybody about { $n } rows
}
table-ask-how = Only rows with nothing missing. One answer counts for all of them.
table-why-missing = Something is still missing; you can ask all the same.
table-why-pen = Somebody is writing in it.
table-why-request = First the team it is asked of takes it on.
table-why-empty = There is nothing in it yet.
table-asked = Rows up for consent
table-asked-rows = { $n ->
    [one] Everybody is asked about this row
   *[other] Everybody is asked about { $n } rows
}
table-asked-later = Answers open when we agree.

# promises
table-promise = We take it on
table-promise-owner = Yes, I answer for it
table-promise-count = { $n } of { $of } people of { $team } take it on
table-promise-short = { $n } of { $of } take it on
table-promise-needs = { $n ->
    [one] One more yes from { $team } makes it a commitment.
   *[other] { $n } more yes from { $team } make it a commitment.
}
table-promise-waits = The yes of { $name }, who answers for it, is missing.
table-sentence-what = what exactly?
table-join-target = level:
table-join-measure = measured as:
table-join-to = for:
table-join-deadline = when:
table-join-owner = answers for it:
table-join-measured_with = measured with:
table-join-if_missed = if missed:
table-balance = Promises of both sides
table-balance-of = { $asked ->
    [0] { $n ->
        [one] { $n } commitment
       *[other] { $n } commitments
    }
    [one] { $n ->
        [one] { $n } commitment, { $asked } request
       *[other] { $n } commitments, { $asked } request
    }
   *[other] { $n ->
        [one] { $n } commitment, { $asked } requests
       *[other] { $n } commitments, { $asked } requests
    }
}
table-pairs = What answers it on the other side:
table-pair-missing = not there yet: { $name }

# where it comes from
table-origin = Where does it come from?
table-origin-starter = From the ready text “{ $name }”.
table-origin-none = No note is linked.
table-origin-by = Added by { $name }.
table-origin-last = Last words by { $name }: { $fields }

# marks: sorting, reading, scoring, rates
table-sees-named = Only you see this. We compare all answers at once, with names.
table-sees-team = Only you see this. We compare all answers at once, by team and without names.
table-sees-hidden = Only you see this. We compare all answers at once, without names and without teams.
table-deck-empty = There is nothing to mark yet.
table-deck-observer = Members mark on their own screens.
table-deck-at = Card { $n } of { $of }
table-deck-done = { $n } of { $of } marked
table-deck-choice = Your answer
table-deck-words = In a few words
table-deck-send = Save and go on
table-deck-cards = Cards
table-deck-before = Previous
table-deck-after = Next
table-deck-card = Card { $n }, not marked
table-deck-card-done = Card { $n }: { $choice }
table-key-mark = Choose an answer for the card
table-split-none = Nobody has marked anything.
table-split-nobody = no answer
table-split-sum = { $choice }: { $n }
table-split-differ = { $n ->
    [one] The teams differ on { $n } of { $of }. Talk only about this one.
   *[other] The teams differ on { $n } of { $of }. Talk only about these.
}
table-split-alike = The teams see all of them alike.
table-split-rest = { $n ->
    [one] Seen alike: { $n }
   *[other] Seen alike: { $n }
}
table-split-silent = { $n ->
    [one] Nobody said anything about { $n } more.
   *[other] Nobody said anything about { $n } more.
}
table-round-agreed = The teams agree on { $n } of { $of }
table-round-before = { $change ->
    [more] { $before } before the wording was changed, { $after } now.
    [less] { $before } before the wording was changed, only { $after } now.
   *[same] As many as before the wording was changed: { $after }.
}
table-round-enough = 8 of 10 or more: the criteria are shared.
table-round-criteria = Below 8 of 10: go back to the criteria. Which one was missing?
table-round-within = { $team } agrees within itself: { $share }.
table-round-home = Below 70%: settle it at home first.
table-round-missing = Data that was missing: { $list }

# the same word, another content
table-views = What both teams said
table-views-how = The same word, another content:
table-views-shared = shared words
table-views-different = different words

# pictures
table-map = Map of the lead's way
table-map-neck = Bottleneck
table-stages-rows = What we ask
table-stages-now = open now
