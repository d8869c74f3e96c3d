# Pliki, które otwierają inne programy.

exports-number = Nr
exports-empty-sheet = Umowa
exports-empty = Żaden wiersz nie został jeszcze uzgodniony.
exports-review = Przegląd umowy: { $title }
exports-per = { $per ->
    [day] dziennie
    [week] tygodniowo
    [month] miesięcznie
    [quarter] kwartalnie
    [year] rocznie
    [period] w okresie
   *[other] / { $per }
}
exports-unit = { $unit ->
    [working_minute] min rob.
    [working_hour] godz. rob.
    [working_day] { $n ->
        [one] dzień rob.
       *[other] dni rob.
    }
    [minute] min
    [hour] godz.
    [day] { $n ->
        [one] dzień
       *[other] dni
    }
    [calendar_day] { $n ->
        [one] dzień kal.
       *[other] dni kal.
    }
    [week] tyg.
   *[month] mies.
}
