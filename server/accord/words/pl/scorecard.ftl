# Plan i wykonanie: karta zobowiązań na ekranie, na papierze i jako plik.
scorecard-title = Plan i wykonanie
scorecard-goal = Wspólny cel
scorecard-commitments = Zobowiązania
scorecard-levels = Poziomy lejka
scorecard-metrics = Inne wskaźniki
scorecard-stream = Źródła: { $stream }
scorecard-partners = partnerzy
scorecard-kind-goal = Wspólny cel
scorecard-kind-level = Poziom lejka
scorecard-kind-commitment = Zobowiązanie
scorecard-kind-metric = Wskaźnik
scorecard-plan = plan
scorecard-met = spełnione
scorecard-close = blisko
scorecard-missed = niespełnione
scorecard-rule = Blisko: brakuje najwyżej jednej dziesiątej poziomu. Poziom na kwartał albo na cały okres oceniamy, gdy się skończy albo jest przesądzony; bez poziomu nie ma oceny.
scorecard-plan-of-version = Plan z wersji { $version }, która obowiązuje.
scorecard-plan-of-rows = Plan z wierszy uzgodnionych do dziś; żadna wersja jeszcze nie obowiązuje.
scorecard-months = Miesiące: { $from } – { $to }.
scorecard-nothing = Nie uzgodniono jeszcze niczego, co można mierzyć: celu, poziomu lejka, zobowiązania ani wskaźnika.
scorecard-no-months = Nie powiedziano jeszcze, od kiedy do kiedy obowiązuje umowa.
scorecard-no-commitments = Żadne zobowiązanie nie zostało jeszcze uzgodnione.
scorecard-no-level = Nie uzgodniono poziomu.
scorecard-none-yet = Nie ma jeszcze liczby
scorecard-in-month = { $month }: { $said }
scorecard-to-date = Narastająco, { $month }: { $said }
scorecard-of-plan = w planie { $plan }
scorecard-alt = { $name }. Plan: { $level }. { $told }.
scorecard-figures = Wszystkie liczby
scorecard-figures-of = { $from } – { $to }
scorecard-what = Co
scorecard-level = Poziom
scorecard-sheet = Plan i wykonanie
scorecard-sheet-plan = { $month }, plan
scorecard-sheet-actual = { $month }, wykonanie

# plik
scorecard-csv-id = id (bez zmian)
scorecard-csv-what = Co
scorecard-csv-level = Poziom
scorecard-line-head = Nie ma tu wiersza z miesiącami. Zacznij od pliku, który daje Accord.
scorecard-line-row = „{ $said }” nie jest wierszem tej umowy.
scorecard-line-team = { $said } to zobowiązanie drugiego zespołu: te liczby wpisuje ten zespół.
scorecard-line-twice = { $said } występuje dwa razy; liczy się pierwszy wiersz.
scorecard-line-month = { $said } jest poza miesiącami umowy.
scorecard-line-number = „{ $said }” nie jest liczbą.
scorecard-line-two_ways = „{ $said }” można odczytać na dwa sposoby. Zapisz bez kropki.
scorecard-line-share = „{ $said }”: dopisz znak procentu, żeby było jasne, o co chodzi.
scorecard-line-percent = „{ $said }”: tego wiersza nie liczymy w procentach.
scorecard-line-range = „{ $said }” to za dużo.

# ekran
scorecard-to-agreement = Umowa
scorecard-link = Plan i wykonanie
scorecard-print = Strona do druku
scorecard-pdf = PDF
scorecard-enter = Wpisz liczby
scorecard-import = Wczytaj CSV
scorecard-download = CSV do wypełnienia
scorecard-downloads = Pliki
scorecard-see = Wykresy
scorecard-empty = Tu stoi plan. Brakuje wykonania: wpisz pierwsze liczby albo wczytaj je z pliku.
scorecard-no-months-lead = Podaj, od kiedy do kiedy umowa obowiązuje, a pojawią się tu miesiące.
scorecard-set-period = Ustaw okres
scorecard-enter-title = Wpisz liczby
scorecard-enter-hint = Jedna liczba na miesiąc. Enter i strzałki prowadzą do następnej; pusta komórka cofa liczbę.
scorecard-theirs = Te liczby wpisuje drugi zespół.
scorecard-cell = { $name }, { $month }
scorecard-average-week = średnia tygodniowa z miesiąca
scorecard-average-day = średnia dzienna z miesiąca
scorecard-saved-by = { $name }, { $when }
scorecard-bad-number = To nie jest liczba. Wpisz jedną, na przykład 52 albo 2,5.
scorecard-bad-share = Dopisz znak procentu: { $percent }% czy { $value }%?
scorecard-bad-percent = Tego wiersza nie liczymy w procentach.
scorecard-note = Notatka: { $month }
scorecard-note-label = Dlaczego tak (nieobowiązkowo)
scorecard-table = Liczby w tabeli
scorecard-table-month = Miesiąc
scorecard-table-plan = Plan
scorecard-table-actual = Wykonanie
scorecard-table-sum = Narastająco
scorecard-table-verdict = Ocena
scorecard-table-by = Kto wpisał
scorecard-total = Razem: { $sum }
scorecard-total-of = Razem: { $sum }, w planie { $plan }
scorecard-counted = spełnione: { $met } · blisko: { $close } · niespełnione: { $missed }
scorecard-choose-file = Wybierz plik
scorecard-import-title = Wczytaj liczby z pliku CSV
scorecard-import-hint = Wypełnij miesiące w pliku, który tu pobierzesz, i wczytaj go z powrotem. Nic nie zostanie zapisane, zanim tego nie zobaczysz.
scorecard-preview = { $n ->
    [0] W tym pliku nie ma nowych liczb
    [one] { $n } liczba: nowe { $new }, zmienione { $changed }
    [few] { $n } liczby: nowe { $new }, zmienione { $changed }
   *[other] { $n } liczb: nowe { $new }, zmienione { $changed }
}
scorecard-preview-same = { $n ->
    [one] { $n } liczba już tu jest.
    [few] { $n } liczby już tu są.
   *[other] { $n } liczb już tu jest.
}
scorecard-preview-mistakes = { $n ->
    [one] { $n } komórki nie udało się odczytać. Zostaje, jak jest:
   *[other] { $n } komórek nie udało się odczytać. Zostają, jak są:
}
scorecard-preview-line = Wiersz { $line }: { $said }
scorecard-preview-was = było { $value }
scorecard-preview-save = { $n ->
    [one] Zapisz { $n } liczbę
    [few] Zapisz { $n } liczby
   *[other] Zapisz { $n } liczb
}
scorecard-preview-again = Wybierz inny plik
scorecard-preview-saved = { $n ->
    [one] Zapisano { $n } liczbę
    [few] Zapisano { $n } liczby
   *[other] Zapisano { $n } liczb
}
scorecard-preview-which = Wiersz
scorecard-preview-value = Liczba
scorecard-waiting = czeka tutaj
scorecard-keep = Wyślij ponownie
scorecard-drop = Zostaw, jak było
