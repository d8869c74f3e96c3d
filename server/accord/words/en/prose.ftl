# The document's prose: figures with units (canvases/language.yaml), names of parts of tables

prose-counted = { $unit ->
    [working_minute] { $value ->
        [one] { $shown } working minute
       *[other] { $shown } working minutes
    }
    [working_hour] { $value ->
        [one] { $shown } working hour
       *[other] { $shown } working hours
    }
    [working_day] { $value ->
        [one] { $shown } working day
       *[other] { $shown } working days
    }
    [calendar_day] { $value ->
        [one] { $shown } calendar day
       *[other] { $shown } calendar days
    }
    [minute] { $value ->
        [one] { $shown } minute
       *[other] { $shown } minutes
    }
    [hour] { $value ->
        [one] { $shown } hour
       *[other] { $shown } hours
    }
    [day] { $value ->
        [one] { $shown } day
       *[other] { $shown } days
    }
    [week] { $value ->
        [one] { $shown } week
       *[other] { $shown } weeks
    }
    [month] { $value ->
        [one] { $shown } month
       *[other] { $shown } months
    }
    [visit] { $value ->
        [one] { $shown } visit
       *[other] { $shown } visits
    }
    [lead] { $value ->
        [one] { $shown } lead
       *[other] { $shown } leads
    }
    [mql] { $value ->
        [one] { $shown } MQL
       *[other] { $shown } MQLs
    }
    [sal] { $value ->
        [one] { $shown } SAL
       *[other] { $shown } SALs
    }
    [sql] { $value ->
        [one] { $shown } SQL
       *[other] { $shown } SQLs
    }
    [opportunity] { $value ->
        [one] { $shown } opportunity
       *[other] { $shown } opportunities
    }
    [contract] { $value ->
        [one] { $shown } contract
       *[other] { $shown } contracts
    }
    [customer] { $value ->
        [one] { $shown } customer
       *[other] { $shown } customers
    }
    [attempt] { $value ->
        [one] { $shown } attempt
       *[other] { $shown } attempts
    }
    [attempts_average] { $value ->
        [one] { $shown } attempt on average
       *[other] { $shown } attempts on average
    }
    [working_hour_median] { $value ->
        [one] { $shown } working hour (median)
       *[other] { $shown } working hours (median)
    }
    [conversation] { $value ->
        [one] { $shown } conversation
       *[other] { $shown } conversations
    }
    [case_study] { $value ->
        [one] { $shown } case study
       *[other] { $shown } case studies
    }
    [percent] { $value ->
        [one] { $shown }%
       *[other] { $shown }%
    }
   *[other] { $shown } { $unit }
}

prose-within = { $unit ->
    [working_minute] { $value ->
        [one] { $shown } working minute
       *[other] { $shown } working minutes
    }
    [working_hour] { $value ->
        [one] { $shown } working hour
       *[other] { $shown } working hours
    }
    [working_day] { $value ->
        [one] { $shown } working day
       *[other] { $shown } working days
    }
    [calendar_day] { $value ->
        [one] { $shown } calendar day
       *[other] { $shown } calendar days
    }
    [minute] { $value ->
        [one] { $shown } minute
       *[other] { $shown } minutes
    }
    [hour] { $value ->
        [one] { $shown } hour
       *[other] { $shown } hours
    }
    [day] { $value ->
        [one] { $shown } day
       *[other] { $shown } days
    }
    [week] { $value ->
        [one] { $shown } week
       *[other] { $shown } weeks
    }
    [month] { $value ->
        [one] { $shown } month
       *[other] { $shown } months
    }
    [visit] { $value ->
        [one] { $shown } visit
       *[other] { $shown } visits
    }
    [lead] { $value ->
        [one] { $shown } lead
       *[other] { $shown } leads
    }
    [mql] { $value ->
        [one] { $shown } MQL
       *[other] { $shown } MQLs
    }
    [sal] { $value ->
        [one] { $shown } SAL
       *[other] { $shown } SALs
    }
    [sql] { $value ->
        [one] { $shown } SQL
       *[other] { $shown } SQLs
    }
    [opportunity] { $value ->
        [one] { $shown } opportunity
       *[other] { $shown } opportunities
    }
    [contract] { $value ->
        [one] { $shown } contract
       *[other] { $shown } contracts
    }
    [customer] { $value ->
        [one] { $shown } customer
       *[other] { $shown } customers
    }
    [attempt] { $value ->
        [one] { $shown } attempt
       *[other] { $shown } attempts
    }
    [attempts_average] { $value ->
        [one] { $shown } attempt on average
       *[other] { $shown } attempts on average
    }
    [working_hour_median] { $value ->
        [one] { $shown } working hour (median)
       *[other] { $shown } working hours (median)
    }
    [conversation] { $value ->
        [one] { $shown } conversation
       *[other] { $shown } conversations
    }
    [case_study] { $value ->
        [one] { $shown } case study
       *[other] { $shown } case studies
    }
    [percent] { $value ->
        [one] { $shown }%
       *[other] { $shown }%
    }
   *[other] { $shown } { $unit }
}

prose-comparison = { $comparison ->
    [at_least] at least
    [at_most] at most
    [exactly] exactly
   *[none] { $comparison }
}

prose-per = { $per ->
    [day] a day
    [week] a week
    [month] a month
    [quarter] a quarter
    [period] in the whole period
   *[none] { $per }
}

prose-team = { $form ->
    [object] { $team ->
        [sales] sales
       *[marketing] marketing
    }
   *[other] { $team ->
        [sales] Sales
       *[marketing] Marketing
    }
}
prose-other-team = { $form ->
    [object] the “{ $name }” team
   *[other] The “{ $name }” team
}
prose-changing = This clause is being changed: its new wording waits for consent.
prose-beside = The data in the table
prose-bottlenecks = Bottlenecks and actions
prose-number = Clause
prose-planned = Not agreed yet, planned: { $step }.
prose-planned-day = Not agreed yet, planned for { $day }: { $step }.
prose-ready = Data for a period is ready
prose-units = What the levels count
