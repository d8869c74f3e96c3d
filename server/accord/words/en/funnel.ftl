# The funnel: goals on every level, drawn and checked.

funnel-title = The funnel
funnel-picture = Bands from the first level down to the contracts: volumes, rates and who answers for each level.
funnel-legend = Widths are logarithmic. Dashed line: the baseline. Grey bar: where the old rate may really lie (95%). Circles and squares: what people expected on their own.
funnel-percent = { $n }%
funnel-money = { $currency } { $amount }
funnel-from = From { $stream }
funnel-together = { $n } together
funnel-sum = Σ { $n }
funnel-month = { $n } a month
funnel-gap = was { $was }, { $gap } ({ $share }%)
funnel-points = { $n } pp
funnel-was = was { $rate }
funnel-was-sure = was { $rate } ({ $low }–{ $high }%)
funnel-expected = Expected alone: marketing { $marketing }; sales { $sales }.
funnel-rate-of = Rate { $from } → { $to }, { $stream }
funnel-rate-held = Somebody is writing

funnel-goal = Revenue goal
funnel-won = Contracts
funnel-pipeline = Pipeline needed
funnel-coverage = { $n } × the goal
funnel-per-deal = One contract takes
funnel-per-deal-n = { $level }: { $n }

funnel-scenario = Scenario
funnel-scenario-cautious = Cautious
funnel-scenario-base = As agreed
funnel-scenario-ambitious = Ambitious
funnel-scenario-cautious-says = With the rates as they were, the goal needs these volumes.
funnel-scenario-ambitious-says = If every improvement came out half as large again, the goal would need these volumes.
funnel-scenario-brings = With the visits and leads of the agreed plan, these rates bring { $won } { $won ->
    [one] contract
   *[other] contracts
} and { $revenue }. Only the agreed plan enters the SLA.
funnel-scenario-unknown = Some rates of this scenario are not known yet.

funnel-aloud = Read it aloud, from the contracts up
funnel-aloud-step = { $level } { $n }
funnel-take-over = Write these volumes into the table
funnel-take-over-why = { $n ->
    [one] { $n } level has another volume in the table, or none.
   *[other] { $n } levels have another volume in the table, or none.
}

funnel-checks = What the sums say
funnel-checks-none = It all adds up.
funnel-checks-n = { $n ->
    [one] { $n } thing does not add up yet, see the facilitator's screen.
   *[other] { $n } things do not add up yet, see the facilitator's screen.
}
funnel-check-more = { $n ->
    [one] And { $n } more like it.
   *[other] And { $n } more like it.
}
funnel-weight-error = Wrong:
funnel-weight-warn = Look again:
funnel-weight-info = Hint:
funnel-check-goal-01 = { $level } ({ $stream }) lacks a volume or a rate.
funnel-check-goal-02 = The rate { $level } → { $next } is { $value }. Check units and levels.
funnel-check-goal-03 = { $level }: { $a } × { $rate } gives { $expected }, but { $actual } is entered ({ $next }).
funnel-check-goal-04 = Contracts: { $won }. They bring { $expected }, but the goal says { $actual }.
funnel-check-goal-05 = Source shares total { $sum }, not 100%.
funnel-check-goal-06 = The monthly plan of { $level } × { $months } is { $a }, the period plan is { $b }.
funnel-check-goal-07 = { $level } ({ $stream }) has no baseline: an assumption, to be tested within 30 days.
funnel-check-goal-08 = { $level } ({ $stream }) is to rise by { $delta }. By which action?
funnel-check-goal-09 = The rate { $level } → { $next } rests on { $n } cases. Treat it as an assumption.
funnel-check-goal-10 = Nobody owns the level { $level } ({ $stream }).
funnel-check-goal-11 = From { $level } to the contract it takes { $days } days, longer than the period. Count what is open at the start, or write it down as an assumption.
funnel-check-goal-12 = From { $level } to the contract it takes { $days } days, so the first contracts come from before the period.
funnel-check-goal-13 = { $level }: the plan needs { $hours } h, { $load } of the time. That is too much.
funnel-check-goal-14 = From { $level } to { $next } ({ $stream }) the counted unit changes. Write down the rule.
funnel-check-goal-14-none = { $level } ({ $stream }) does not say what is counted.

funnel-levers = Three strongest levers, one percentage point each
funnel-lever = { $from } → { $to }, { $stream }
funnel-lever-rate = { $now } → { $then }.
funnel-lever-top = { $level }: { $after } instead of { $before } are enough.
funnel-lever-gain = Or { $gain } more with the same number.
funnel-loads = Is there time enough
funnel-load = { $needed } of { $available } h, { $share }.
funnel-load-over = Too much: above 85%.
funnel-window = When it has to begin
funnel-window-says = { $level } of { $from } to { $to } can still become contracts within the period.
funnel-table = Every level per month, week and day, and what it is worth
funnel-col-level = Level
funnel-col-volume = Period
funnel-col-month = Month
funnel-col-week = Week
funnel-col-day = Day
funnel-col-rate = Rate
funnel-col-value = One is worth
funnel-col-cost = One costs
