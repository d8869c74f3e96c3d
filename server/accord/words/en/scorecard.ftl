# Plan and actuals: the scorecard on screen, on paper and as a file.
scorecard-title = Plan and actuals
scorecard-goal = Shared goal
scorecard-commitments = Commitments
scorecard-levels = Funnel levels
scorecard-metrics = Other metrics
scorecard-stream = Sources of: { $stream }
scorecard-partners = partners
scorecard-kind-goal = Shared goal
scorecard-kind-level = Funnel level
scorecard-kind-commitment = Commitment
scorecard-kind-metric = Metric
scorecard-plan = plan
scorecard-met = met
scorecard-close = close
scorecard-missed = missed
scorecard-rule = Close: at most a tenth of the level is missing. A level per quarter or period is judged when it is over or decided; without a level there is no verdict.
scorecard-plan-of-version = Plan of version { $version }, which is in force.
scorecard-plan-of-rows = Plan of the rows as they are agreed now; no version is in force yet.
scorecard-months = From { $from } to { $to }.
scorecard-nothing = Nothing that can be measured has been agreed yet: no goal, funnel level, commitment or metric.
scorecard-no-months = Nobody has said yet from when to when the agreement runs.
scorecard-no-commitments = No commitment has been agreed yet.
scorecard-no-level = No level was agreed.
scorecard-none-yet = No figure yet
scorecard-in-month = { $month }: { $said }
scorecard-to-date = To the end of { $month }: { $said }
scorecard-of-plan = planned { $plan }
scorecard-alt = { $name }. Plan: { $level }. { $told }.
scorecard-figures = All figures
scorecard-figures-of = { $from } – { $to }
scorecard-what = What
scorecard-level = Level
scorecard-sheet = Plan and actuals
scorecard-sheet-plan = { $month }, plan
scorecard-sheet-actual = { $month }, actual

# the file
scorecard-csv-id = id (leave as it is)
scorecard-csv-what = What
scorecard-csv-level = Level
scorecard-line-head = There is no line with months here. Begin with the file that Accord gives you.
scorecard-line-row = “{ $said }” is no row of this agreement.
scorecard-line-team = { $said } is the other team's commitment: its figures are theirs to enter.
scorecard-line-twice = { $said } stands twice; the first line counts.
scorecard-line-month = { $said } is outside the agreement's months.
scorecard-line-number = “{ $said }” is no figure.
scorecard-line-two_ways = “{ $said }” can be read in two ways. Write it without the full stop.
scorecard-line-share = “{ $said }”: write the percent sign, so that it is clear what is meant.
scorecard-line-percent = “{ $said }”: this row is not counted in percent.
scorecard-line-range = “{ $said }” is too large.

# the screen
scorecard-to-agreement = Agreement
scorecard-link = Plan and actuals
scorecard-print = Page to print
scorecard-pdf = PDF
scorecard-enter = Enter figures
scorecard-import = Bring in a CSV
scorecard-download = CSV to fill in
scorecard-downloads = Files
scorecard-see = Pictures
scorecard-empty = What was planned stands here. What came of it is missing: enter the first figures, or bring them in as a file.
scorecard-no-months-lead = Say from when to when it runs, and the months appear here.
scorecard-set-period = Set the period
scorecard-enter-title = Enter figures
scorecard-enter-hint = One figure a month. Enter or the arrow keys go on to the next one; an empty cell takes a figure back.
scorecard-theirs = The other team enters these.
scorecard-cell = { $name }, { $month }
scorecard-average-week = a month's average for a week
scorecard-average-day = a month's average for a day
scorecard-saved-by = { $name }, { $when }
scorecard-bad-number = This is no figure. Write one number, for example 52 or 2.5.
scorecard-bad-share = Write the percent sign: is it { $percent }% or { $value }%?
scorecard-bad-percent = This row is not counted in percent.
scorecard-note = Note on { $month }
scorecard-note-label = Why it is so (optional)
scorecard-table = Figures as a table
scorecard-table-month = Month
scorecard-table-plan = Plan
scorecard-table-actual = Actual
scorecard-table-sum = To date
scorecard-table-verdict = Verdict
scorecard-table-by = Entered by
scorecard-total = In all: { $sum }
scorecard-total-of = In all: { $sum }, planned { $plan }
scorecard-counted = { $met } met · { $close } close · { $missed } missed
scorecard-choose-file = Choose a file
scorecard-import-title = Bring in figures from a CSV
scorecard-import-hint = Fill in the months of the file you get here and bring it back. Nothing is saved before you have seen it.
scorecard-preview = { $n ->
    [0] No new figure in this file
    [one] { $n } figure: { $new } new, { $changed } changed
   *[other] { $n } figures: { $new } new, { $changed } changed
}
scorecard-preview-same = { $n ->
    [one] { $n } figure stands there already.
   *[other] { $n } figures stand there already.
}
scorecard-preview-mistakes = { $n ->
    [one] { $n } cell was not understood. It stays as it is:
   *[other] { $n } cells were not understood. They stay as they are:
}
scorecard-preview-line = Line { $line }: { $said }
scorecard-preview-was = was { $value }
scorecard-preview-save = { $n ->
    [one] Save { $n } figure
   *[other] Save { $n } figures
}
scorecard-preview-again = Choose another file
scorecard-preview-saved = { $n ->
    [one] { $n } figure saved
   *[other] { $n } figures saved
}
scorecard-preview-which = Row
scorecard-preview-value = Figure
scorecard-waiting = waits here
scorecard-keep = Send again
scorecard-drop = Leave it as it was
