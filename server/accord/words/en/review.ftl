# The review of a signed agreement, and a further session in a workshop that is there.

# judging
review-progress = { $n } of { $of } judged
review-part = { $n } of { $of }
review-verdict-of = How does clause { $number } work?
review-rest = { $n ->
    [one] The rest of this section: { $choice } ({ $n } clause)
   *[other] The rest of this section: { $choice } ({ $n } clauses)
}
review-rest-said = { $n ->
    [one] { $n } clause judged
   *[other] { $n } clauses judged
}
review-all-done = Every clause is judged. Until the reveal you can change each verdict.
review-next-open = Next without a verdict
review-why-of = What exactly about clause { $number }? (required)
review-key = Judge this clause
review-nothing = The version in force has no clauses to judge yet.

# the comparison
review-same = { $n ->
    [one] { $n } clause judged the same
   *[other] { $n } clauses judged the same
}
review-differ = { $n ->
    [one] { $n } clause judged differently
   *[other] { $n } clauses judged differently
}
review-none-differ = None judged differently
review-both = { $choice } for both sides: { $n }
review-differ-head = What we talk about
review-same-head = { $choice }, say both sides ({ $n })
review-single-head = { $n ->
    [one] Judged by one side only: { $n }
   *[other] Judged by one side only: { $n }
}
review-silent = { $n ->
    [one] { $n } clause was judged by nobody.
   *[other] { $n } clauses were judged by nobody.
}
review-no-answers = Nobody has judged anything yet.
review-no-answer = no verdict
review-no-majority = no majority
review-count = { $choice }: { $n }
review-hidden = { $choice }: { $n }
review-change = Change this clause
review-change-of = Change this clause: { $number }
review-from = From the review of { $day }: what we decide on
review-from-nothing = The review named nothing to change.

# the history beside a clause
review-history = Reviews of this clause
review-history-of = Review of { $day }
review-history-all = Everyone

# a further session
review-add = Add a session or a review
review-add-title = A further session in this workshop
review-add-text = The same agreement, the same people. Signatures stay. What you agree goes into the next version, and only what changes is signed again.
review-add-agenda = Agenda
review-add-when = Day and time
review-add-when-review = The day proposed is the review date in the agreement.
review-add-when-none = The agreement names no review date yet.
review-add-wait = Reading the list.
review-add-go = Add
review-added = The session is on the agenda.
review-add-minutes = { $minutes } min
review-add-back = People with a seat come back by the same join link: the same name and the same team are enough.
review-back = If you were here before, the same name and the same team lead back to your seat; on a new phone the facilitator confirms it.
