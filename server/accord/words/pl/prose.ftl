# Proza dokumentu: liczby z jednostkami (canvases/language.yaml), nazwy części tabel

prose-counted = { $unit ->
    [working_minute] { $value ->
        [one] { $shown } minuta robocza
        [few] { $shown } minuty robocze
        [many] { $shown } minut roboczych
       *[other] { $shown } minuty roboczej
    }
    [working_hour] { $value ->
        [one] { $shown } godzina robocza
        [few] { $shown } godziny robocze
        [many] { $shown } godzin roboczych
       *[other] { $shown } godziny roboczej
    }
    [working_day] { $value ->
        [one] { $shown } dzień roboczy
        [few] { $shown } dni robocze
        [many] { $shown } dni roboczych
       *[other] { $shown } dnia roboczego
    }
    [calendar_day] { $value ->
        [one] { $shown } dzień kalendarzowy
        [few] { $shown } dni kalendarzowe
        [many] { $shown } dni kalendarzowych
       *[other] { $shown } dnia kalendarzowego
    }
    [minute] { $value ->
        [one] { $shown } minuta
        [few] { $shown } minuty
        [many] { $shown } minut
       *[other] { $shown } minuty
    }
    [hour] { $value ->
        [one] { $shown } godzina
        [few] { $shown } godziny
        [many] { $shown } godzin
       *[other] { $shown } godziny
    }
    [day] { $value ->
        [one] { $shown } dzień
        [few] { $shown } dni
        [many] { $shown } dni
       *[other] { $shown } dnia
    }
    [week] { $value ->
        [one] { $shown } tydzień
        [few] { $shown } tygodnie
        [many] { $shown } tygodni
       *[other] { $shown } tygodnia
    }
    [month] { $value ->
        [one] { $shown } miesiąc
        [few] { $shown } miesiące
        [many] { $shown } miesięcy
       *[other] { $shown } miesiąca
    }
    [visit] { $value ->
        [one] { $shown } wizyta
        [few] { $shown } wizyty
        [many] { $shown } wizyt
       *[other] { $shown } wizyty
    }
    [lead] { $value ->
        [one] { $shown } lead
        [few] { $shown } leady
        [many] { $shown } leadów
       *[other] { $shown } leada
    }
    [mql] { $value ->
        [one] { $shown } MQL
        [few] { $shown } MQL
        [many] { $shown } MQL
       *[other] { $shown } MQL
    }
    [sal] { $value ->
        [one] { $shown } SAL
        [few] { $shown } SAL
        [many] { $shown } SAL
       *[other] { $shown } SAL
    }
    [sql] { $value ->
        [one] { $shown } SQL
        [few] { $shown } SQL
        [many] { $shown } SQL
       *[other] { $shown } SQL
    }
    [opportunity] { $value ->
        [one] { $shown } szansa
        [few] { $shown } szanse
        [many] { $shown } szans
       *[other] { $shown } szansy
    }
    [contract] { $value ->
        [one] { $shown } umowa
        [few] { $shown } umowy
        [many] { $shown } umów
       *[other] { $shown } umowy
    }
    [customer] { $value ->
        [one] { $shown } klient
        [few] { $shown } klienci
        [many] { $shown } klientów
       *[other] { $shown } klienta
    }
    [attempt] { $value ->
        [one] { $shown } próba
        [few] { $shown } próby
        [many] { $shown } prób
       *[other] { $shown } próby
    }
    [attempts_average] { $value ->
        [one] { $shown } próba średnio
        [few] { $shown } próby średnio
        [many] { $shown } prób średnio
       *[other] { $shown } próby średnio
    }
    [working_hour_median] { $value ->
        [one] { $shown } godzina robocza (mediana)
        [few] { $shown } godziny robocze (mediana)
        [many] { $shown } godzin roboczych (mediana)
       *[other] { $shown } godziny roboczej (mediana)
    }
    [conversation] { $value ->
        [one] { $shown } rozmowa
        [few] { $shown } rozmowy
        [many] { $shown } rozmów
       *[other] { $shown } rozmowy
    }
    [case_study] { $value ->
        [one] { $shown } studium przypadku
        [few] { $shown } studia przypadku
        [many] { $shown } studiów przypadku
       *[other] { $shown } studium przypadku
    }
    [percent] { $value ->
        [one] { $shown }%
        [few] { $shown }%
        [many] { $shown }%
       *[other] { $shown }%
    }
   *[other] { $shown } { $unit }
}

prose-within = { $unit ->
    [working_minute] { $value ->
        [one] { $shown } minuty roboczej
        [few] { $shown } minut roboczych
        [many] { $shown } minut roboczych
       *[other] { $shown } minuty roboczej
    }
    [working_hour] { $value ->
        [one] { $shown } godziny roboczej
        [few] { $shown } godzin roboczych
        [many] { $shown } godzin roboczych
       *[other] { $shown } godziny roboczej
    }
    [working_day] { $value ->
        [one] { $shown } dnia roboczego
        [few] { $shown } dni roboczych
        [many] { $shown } dni roboczych
       *[other] { $shown } dnia roboczego
    }
    [calendar_day] { $value ->
        [one] { $shown } dnia kalendarzowego
        [few] { $shown } dni kalendarzowych
        [many] { $shown } dni kalendarzowych
       *[other] { $shown } dnia kalendarzowego
    }
    [minute] { $value ->
        [one] { $shown } minuty
        [few] { $shown } minut
        [many] { $shown } minut
       *[other] { $shown } minuty
    }
    [hour] { $value ->
        [one] { $shown } godziny
        [few] { $shown } godzin
        [many] { $shown } godzin
       *[other] { $shown } godziny
    }
    [day] { $value ->
        [one] { $shown } dnia
        [few] { $shown } dni
        [many] { $shown } dni
       *[other] { $shown } dnia
    }
    [week] { $value ->
        [one] { $shown } tygodnia
        [few] { $shown } tygodni
        [many] { $shown } tygodni
       *[other] { $shown } tygodnia
    }
    [month] { $value ->
        [one] { $shown } miesiąca
        [few] { $shown } miesięcy
        [many] { $shown } miesięcy
       *[other] { $shown } miesiąca
    }
    [visit] { $value ->
        [one] { $shown } wizyty
        [few] { $shown } wizyt
        [many] { $shown } wizyt
       *[other] { $shown } wizyty
    }
    [lead] { $value ->
        [one] { $shown } leada
        [few] { $shown } leadów
        [many] { $shown } leadów
       *[other] { $shown } leada
    }
    [mql] { $value ->
        [one] { $shown } MQL
        [few] { $shown } MQL
        [many] { $shown } MQL
       *[other] { $shown } MQL
    }
    [sal] { $value ->
        [one] { $shown } SAL
        [few] { $shown } SAL
        [many] { $shown } SAL
       *[other] { $shown } SAL
    }
    [sql] { $value ->
        [one] { $shown } SQL
        [few] { $shown } SQL
        [many] { $shown } SQL
       *[other] { $shown } SQL
    }
    [opportunity] { $value ->
        [one] { $shown } szansy
        [few] { $shown } szans
        [many] { $shown } szans
       *[other] { $shown } szansy
    }
    [contract] { $value ->
        [one] { $shown } umowy
        [few] { $shown } umów
        [many] { $shown } umów
       *[other] { $shown } umowy
    }
    [customer] { $value ->
        [one] { $shown } klienta
        [few] { $shown } klientów
        [many] { $shown } klientów
       *[other] { $shown } klienta
    }
    [attempt] { $value ->
        [one] { $shown } próby
        [few] { $shown } prób
        [many] { $shown } prób
       *[other] { $shown } próby
    }
    [attempts_average] { $value ->
        [one] { $shown } próby średnio
        [few] { $shown } prób średnio
        [many] { $shown } prób średnio
       *[other] { $shown } próby średnio
    }
    [working_hour_median] { $value ->
        [one] { $shown } godziny roboczej (mediana)
        [few] { $shown } godzin roboczych (mediana)
        [many] { $shown } godzin roboczych (mediana)
       *[other] { $shown } godziny roboczej (mediana)
    }
    [conversation] { $value ->
        [one] { $shown } rozmowy
        [few] { $shown } rozmów
        [many] { $shown } rozmów
       *[other] { $shown } rozmowy
    }
    [case_study] { $value ->
        [one] { $shown } studium przypadku
        [few] { $shown } studiów przypadku
        [many] { $shown } studiów przypadku
       *[other] { $shown } studium przypadku
    }
    [percent] { $value ->
        [one] { $shown }%
        [few] { $shown }%
        [many] { $shown }%
       *[other] { $shown }%
    }
   *[other] { $shown } { $unit }
}

prose-comparison = { $comparison ->
    [at_least] co najmniej
    [at_most] najwyżej
    [exactly] dokładnie
   *[none] { $comparison }
}

prose-per = { $per ->
    [day] dziennie
    [week] w tygodniu
    [month] w miesiącu
    [quarter] w kwartale
    [period] w całym okresie
   *[none] { $per }
}

prose-team = { $form ->
    [object] { $team ->
        [sales] sprzedaży
       *[marketing] marketingu
    }
   *[other] { $team ->
        [sales] Sprzedaż
       *[marketing] Marketing
    }
}
prose-other-team = { $form ->
    [object] zespołu „{ $name }”
   *[other] Zespół „{ $name }”
}
prose-changing = Ten punkt jest właśnie zmieniany: jego nowe brzmienie czeka na zgodę.
prose-beside = Dane w tabeli
prose-bottlenecks = Wąskie gardła i działania
prose-number = Punkt
prose-planned = Jeszcze nieuzgodnione, w planie: { $step }.
prose-planned-day = Jeszcze nieuzgodnione, w planie na { $day }: { $step }.
prose-ready = Dane za okres są gotowe
prose-units = Co liczymy na poziomach
