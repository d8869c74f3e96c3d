# What the check of the agreement says. Ids are those of the rules; values that are numbers, dates, terms come filled in.

lint-limit = { $unit ->
    [working_minute] { $value ->
        [one] { $value } working minute
       *[other] { $value } working minutes
    }
    [working_hour] { $value ->
        [one] { $value } working hour
       *[other] { $value } working hours
    }
    [working_day] { $value ->
        [one] { $value } working day
       *[other] { $value } working days
    }
    [calendar_minute] { $value ->
        [one] { $value } minute
       *[other] { $value } minutes
    }
    [minute] { $value ->
        [one] { $value } minute
       *[other] { $value } minutes
    }
    [calendar_hour] { $value ->
        [one] { $value } hour round the clock
       *[other] { $value } hours round the clock
    }
    [hour] { $value ->
        [one] { $value } hour
       *[other] { $value } hours
    }
    [calendar_day] { $value ->
        [one] { $value } calendar day
       *[other] { $value } calendar days
    }
    [week] { $value ->
        [one] { $value } week
       *[other] { $value } weeks
    }
    [month] { $value ->
        [one] { $value } month
       *[other] { $value } months
    }
   *[day] { $value ->
        [one] { $value } day
       *[other] { $value } days
    }
}

# structure and period
lint-STR-01 = Section “{ $section }” is empty.
lint-STR-02 = “{ $section }” is empty. It can be added later.
lint-STR-03 = Team { $team } has no accountable person.
lint-STR-04 = Open point “{ $text }” lacks a person or a date.
lint-STR-05 = Item { $no } comes from no workshop result. Where does it come from?
lint-STR-06 = The text looks like a customer's personal data. Remove it before sending the document.
# what nobody filled in, and people who have left
lint-TXT-01 = “{ $text }” is still a blank. Write what belongs there.
lint-OWN-01 = { $of ->
    [open] Open point “{ $what }”: { $person } has left. Who takes it on?
   *[cell] “{ $what }”, { $title }: { $person } has left. Who takes it on?
  }
lint-OWN-02 = Nobody who made this promise is still here: “{ $what }” ({ $people }). Who takes it on?

lint-PER-01 = Say from when to when the SLA runs.
lint-PER-02 = No review date.
lint-PER-03 = The review on { $date } is too late: after the end, or over 100 days from the start.
lint-PER-04 = The goals cover another period ({ $a_from } – { $a_to }) than the SLA ({ $b_from } – { $b_to }).

# goals
lint-GOAL-01 = Level “{ $stage }” lacks a volume or a rate.
lint-GOAL-02 = The rate { $a }→{ $b } is { NUMBER($value, maximumFractionDigits: 1) }%. Check units and levels.
lint-GOAL-03 = { NUMBER($a, maximumFractionDigits: 1) } × { NUMBER($rate, maximumFractionDigits: 1) }% gives { NUMBER($expected, maximumFractionDigits: 1) }, but { NUMBER($actual, maximumFractionDigits: 1) } is entered ({ $b }).
lint-GOAL-04 = { $won ->
    [one] { $won } contract
   *[other] { NUMBER($won, maximumFractionDigits: 1) } contracts
} × { NUMBER($average_deal, maximumFractionDigits: 0) } is { NUMBER($expected, maximumFractionDigits: 0) }, but the goal says { NUMBER($actual, maximumFractionDigits: 0) }.
lint-GOAL-05 = Source shares total { NUMBER($sum, maximumFractionDigits: 1) }%, not 100%.
lint-GOAL-06 = Monthly plan “{ $stage }” × { $months } is { NUMBER($a, maximumFractionDigits: 1) }, the period plan is { NUMBER($b, maximumFractionDigits: 1) }.
lint-GOAL-07 = Target “{ $name }” has no baseline. From when do we measure?
lint-GOAL-08 = “{ $name }” is to rise by { NUMBER($delta, maximumFractionDigits: 0) }%. By which action?
lint-GOAL-09 = The rate { $a }→{ $b } rests on { $n ->
    [one] { $n } case
   *[other] { $n } cases
}. Treat it as an assumption.
lint-GOAL-10 = Nobody owns level “{ $stage }”.
lint-GOAL-11 = The cycle takes { $days ->
    [one] { $days } day
   *[other] { $days } days
}, longer than the period. Account for opportunities open at the start.
lint-GOAL-12 = Contracts early in the period come from leads before its start (cycle { $days ->
    [one] { $days } day
   *[other] { $days } days
}).
lint-GOAL-13 = The plan needs { NUMBER($hours, maximumFractionDigits: 0) } h ({ NUMBER($load, maximumFractionDigits: 0) }% of the time of { $role }). That is too much.
lint-GOAL-14 = From “{ $a }” to “{ $b }” the counted unit changes. Write down the rule.

# definitions
lint-DEF-01 = We use “{ $term }” but have not defined it.
lint-DEF-02 = “{ $term }” is defined but used nowhere.
lint-DEF-03 = Definition “{ $term }” has no criteria.
lint-DEF-04 = Criterion “{ $text }” can be read in different ways. Where does it show in the system?
lint-DEF-05 = It is unclear who decides whether it is “{ $term }”.
lint-DEF-06 = It is unclear where the status “{ $term }” shows.
lint-DEF-07 = Add an example and a counter-example to “{ $term }”.
lint-DEF-08 = “{ $a }” and “{ $b }” have the same criteria. Why two levels?
lint-DEF-09 = The teams understand “{ $term }” differently and there is no shared version.
lint-DEF-10 = MQL has no exclusions. Whom do we surely not hand over?
lint-DEF-11 = There is no short list of rejection and return reasons.

# process
lint-PROC-01 = Step “{ $step }” has nobody responsible.
lint-PROC-02 = Hand-over “{ $step }” does not say which data moves on.
lint-PROC-03 = “{ $step }” has no time limit.
lint-PROC-04 = Nothing follows step “{ $step }”. What happens to the lead?
lint-PROC-05 = The map shows no way for information to return to marketing.
lint-PROC-06 = Bottleneck “{ $step }” has no action.
lint-PROC-07 = Who makes first contact when { $responsible } is on leave?
lint-LAW-01 = Hand-over data lacks consent and contact channel. Check with whoever handles legal matters.
lint-LAW-02 = Contact without prior consent is restricted in Poland, in B2B too.

# commitments
lint-COM-01 = { $no }: nobody is accountable for this commitment.
lint-COM-02 = { $no }: measure, level or unit is missing.
lint-COM-03 = { $no }: per which period, or by when?
lint-COM-04 = { $no }: it is unclear with what and when we measure it.
lint-COM-05 = { $no }: what do we do if it is missed?
lint-COM-06 = { $no }: this is still a request. Team { $team } has not accepted it.
lint-COM-07 = { $no }: “{ $word }” cannot be checked.
lint-COM-08 = { $no }: how much is it today? If unknown, enter the date of the first measurement.
lint-COM-09 = { $no }: working or calendar hours?
lint-COM-10 = { $marketing } has { $m ->
    [one] { $m } commitment
   *[other] { $m } commitments
}, { $sales } { $s }. Is that a fair share?
lint-COM-11 = { $a } and { $b } give different levels of the same measure.
lint-COM-12 = { $no }: { $owner } belongs to the other team.
lint-COM-13 = { $owner } is accountable for { $n } of the team's { $total } commitments.

# consistency across sections
lint-CONS-01 = { $no } promises { NUMBER($a, maximumFractionDigits: 1) } { $unit ->
    [visit] { $a ->
        [one] visit
       *[other] visits
    }
    [mql] { $a ->
        [one] MQL
       *[other] MQLs
    }
    [sal] { $a ->
        [one] SAL
       *[other] SALs
    }
    [sql] { $a ->
        [one] SQL
       *[other] SQLs
    }
    [opportunity] { $a ->
        [one] opportunity
       *[other] opportunities
    }
    [contract] { $a ->
        [one] contract
       *[other] contracts
    }
    [customer] { $a ->
        [one] customer
       *[other] customers
    }
   *[lead] { $a ->
        [one] lead
       *[other] leads
    }
} in the period, but the funnel needs { NUMBER($b, maximumFractionDigits: 1) }.
lint-CONS-02 = { $no } says { NUMBER($a, maximumFractionDigits: 1) }%, the funnel counts on { NUMBER($b, maximumFractionDigits: 1) }%.
lint-CONS-03 = { $no } is counted per { $a ->
    [day] day
    [week] week
    [quarter] quarter
    [period] whole period
   *[month] month
}, metric “{ $metric }” per { $b ->
    [day] day
    [week] week
    [quarter] quarter
    [period] whole period
   *[month] month
}.
lint-CONS-04 = Measure “{ $measure }” ({ $no }) is not in reporting.
lint-CONS-05 = { $missing ->
    [volume] { $sales } says when it will work leads, but { $marketing } does not say how many it will hand over.
   *[handling] { $marketing } promises leads, but { $sales } does not say when it will work them.
}
lint-CONS-06 = The limit for “{ $topic }” is { $a } in { $x } but { $b } in “{ $y }”.

# reporting, rhythm
lint-REP-01 = Metric “{ $metric }” has no owner.
lint-REP-02 = The source of “{ $metric }” is unknown.
lint-REP-03 = “{ $metric }” has no formula.
lint-REP-04 = When is the data for “{ $metric }” ready?
lint-REP-05 = “{ $metric }” has two sources. Which prevails?
lint-REP-06 = We do not measure { $a }→{ $b }, where the teams meet.
lint-REP-07 = Which tool is the shared centre?
lint-REP-08 = “{ $metric }” is tied to no goal. Is it needed?
lint-REP-09 = View “{ $view }” has { $n ->
    [one] { $n } figure
   *[other] { $n } figures
}. Eight are enough.
lint-MEET-01 = Meeting “{ $meeting }” lacks an owner, a cadence or an agenda.
lint-MEET-02 = No recurring meeting brings both teams together.
lint-MEET-03 = The agenda of “{ $meeting }” takes { $a } min, the meeting { $b }.
lint-MEET-04 = Who runs “{ $meeting }” when { $owner } cannot?
lint-MEET-05 = How fast do we answer on “{ $channel }”?
lint-MEET-06 = { $person } spends { NUMBER($hours, maximumFractionDigits: 1) } h a month in joint meetings.
lint-TIME-01 = The limit for “{ $topic }” is { $limit }, but the matter waits for a meeting { $cadence ->
    [daily] every day
    [weekly] once a week
    [biweekly] every two weeks
    [quarterly] once a quarter
   *[monthly] once a month
}.
lint-TIME-02 = Data for “{ $metric }” is ready only after “{ $meeting }”.
lint-TIME-03 = “{ $metric }” is discussed at no meeting.
lint-TIME-04 = Escalation takes longer than the time to the review.

# escalation, signatures
lint-ESC-01 = It is unclear what happens when a commitment fails.
lint-ESC-02 = Who decides in the end?
lint-ESC-03 = “{ $text }” reads like a penalty on a person. Write a repair action; in Poland money penalties cannot be set at will.
lint-SIGN-01 = Signatures missing: { $people }.
lint-SIGN-02 = { $person } objects: “{ $text }”.
lint-SIGN-03 = Only the heads have signed. Everyone in the teams accepts the SLA.
lint-SIGN-04 = Section “{ $section }” changed after signing. Ask for renewed signatures.
lint-SIGN-05 = { $person } has not confirmed understanding the text.

# what would close a gap; each change is enough by itself
lint-close-promise = { $no }: promise { NUMBER($value, maximumFractionDigits: 1) } { $unit ->
    [visit] { $value ->
        [one] visit
       *[other] visits
    }
    [mql] { $value ->
        [one] MQL
       *[other] MQLs
    }
    [sal] { $value ->
        [one] SAL
       *[other] SALs
    }
    [sql] { $value ->
        [one] SQL
       *[other] SQLs
    }
    [opportunity] { $value ->
        [one] opportunity
       *[other] opportunities
    }
    [contract] { $value ->
        [one] contract
       *[other] contracts
    }
    [customer] { $value ->
        [one] customer
       *[other] customers
    }
   *[lead] { $value ->
        [one] lead
       *[other] leads
    }
} { $per ->
    [day] a day
    [week] a week
    [quarter] a quarter
    [period] in the whole period
   *[month] a month
}.
lint-close-share = { $no }: promise { NUMBER($value, maximumFractionDigits: 1) }%.
lint-close-rate = Rate { $a }→{ $b }: { NUMBER($value, maximumFractionDigits: 1) }% instead of { NUMBER($rate, maximumFractionDigits: 1) }%.
lint-close-volume = Enter { NUMBER($value, maximumFractionDigits: 1) } at “{ $stage }”.
lint-close-contracts = Plan { $value ->
    [one] { $value } contract
   *[other] { NUMBER($value, maximumFractionDigits: 1) } contracts
}.
lint-close-deal = Count on an average contract of { NUMBER($value, maximumFractionDigits: 0) }.
lint-close-goal = Set the revenue goal to { NUMBER($value, maximumFractionDigits: 0) }.
lint-close-people = { $role }: plan with { $value ->
    [one] { $value } person
   *[other] { NUMBER($value, maximumFractionDigits: 1) } people
}.
lint-close-minutes = “{ $stage }”: { NUMBER($value, maximumFractionDigits: 0) } minutes each instead of { NUMBER($minutes, maximumFractionDigits: 0) }.
