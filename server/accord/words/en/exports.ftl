# Files that other programs open.

exports-number = No.
exports-empty-sheet = Agreement
exports-empty = No row has been agreed yet.
exports-review = Review of the agreement: { $title }
exports-per = { $per ->
    [day] a day
    [week] a week
    [month] a month
    [quarter] a quarter
    [year] a year
    [period] in the period
   *[other] / { $per }
}
exports-unit = { $unit ->
    [working_minute] working min
    [working_hour] working h
    [working_day] { $n ->
        [one] working day
       *[other] working days
    }
    [minute] min
    [hour] h
    [day] { $n ->
        [one] day
       *[other] days
    }
    [calendar_day] { $n ->
        [one] calendar day
       *[other] calendar days
    }
    [week] { $n ->
        [one] week
       *[other] weeks
    }
   *[month] { $n ->
        [one] month
       *[other] months
    }
}
