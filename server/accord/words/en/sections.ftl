# --- sections of the agreement: names, order, what is left out ---
sections-open = Arrange sections
sections-title = Sections of the agreement
sections-how = Numbers follow the order. What is left out of the agreement keeps its words and comes back with them.
sections-chapters = Chapters
sections-annexes = Annexes
sections-summary = At the beginning
sections-in = in the agreement
sections-in-of = In the agreement: { $name }
sections-always = always in
sections-itself = the document fills it by itself
sections-clauses = { $n ->
    [0] no clause yet
    [one] { $n } clause
   *[other] { $n } clauses
  }
sections-off-clauses = { $n ->
    [0] left out
    [one] left out, { $n } clause is kept
   *[other] left out, { $n } clauses are kept
  }
sections-off-sure = { $n ->
    [one] { $n } clause leaves the agreement and its downloads. Its words stay here and come back when you take the section in again.
   *[other] { $n } clauses leave the agreement and its downloads. Their words stay here and come back when you take the section in again.
  }
sections-off-go = Leave it out
sections-rename = Rename
sections-rename-of = Rename: { $name }
sections-name = Name
sections-save = Save the name
sections-as-planned = As planned: { $name }
sections-add = Add a section of your own
sections-add-name = Name of the new section
sections-add-go = Add it
sections-remove = Remove
sections-remove-of = Remove: { $name }
sections-own = your own
sections-needs-name = Give it a name in each language of the workshop.
sections-left-out = Left out of the agreement
sections-left-out-one = { $name } ({ $n ->
    [0] no clause
    [one] { $n } clause is kept
   *[other] { $n } clauses are kept
  })
sections-freeze-left-out = Left out on purpose: { $sections }.

# what a version says of its sections, compared with another
sections-compare-added = taken in
sections-compare-removed = left out
sections-compare-renamed = renamed
sections-compare-moved = moved
sections-compare-added-text = This section was not part of the other version.
sections-compare-removed-text = This section is no part of this version any more.
sections-compare-moved-text = It stands after “{ $behind }” now.
sections-compare-moved-first = It stands first now.
