# Lejek: cele na każdym poziomie, narysowane i sprawdzone.

funnel-title = Lejek
funnel-picture = Pasy od pierwszego poziomu do umów: liczby, konwersje i kto odpowiada za poziom.
funnel-legend = Szerokości są logarytmiczne. Linia przerywana: poziom wyjściowy. Szary pasek: gdzie naprawdę może leżeć dawna konwersja (95%). Kółka i kwadraty: czego spodziewały się osoby, każda osobno.
funnel-percent = { $n }%
funnel-money = { $amount } { $currency }
funnel-from = Ze źródeł: { $stream }
funnel-together = razem { $n }
funnel-sum = Σ { $n }
funnel-month = { $n } / mies.
funnel-gap = było { $was }, { $gap } ({ $share }%)
funnel-points = { $n } p.p.
funnel-was = było { $rate }
funnel-was-sure = było { $rate } ({ $low }–{ $high }%)
funnel-expected = Przewidywania osobno: marketing { $marketing }; sprzedaż { $sales }.
funnel-rate-of = Konwersja { $from } → { $to }, { $stream }
funnel-rate-held = Ktoś właśnie pisze

funnel-goal = Cel przychodu
funnel-won = Umowy
funnel-pipeline = Potrzebne szanse
funnel-coverage = { $n } × cel
funnel-per-deal = Jedna umowa to
funnel-per-deal-n = { $level }: { $n }

funnel-scenario = Scenariusz
funnel-scenario-cautious = Ostrożny
funnel-scenario-base = Uzgodniony
funnel-scenario-ambitious = Ambitny
funnel-scenario-cautious-says = Przy dotychczasowych konwersjach cel wymaga takich liczb.
funnel-scenario-ambitious-says = Gdyby każda poprawa wyszła o połowę większa, cel wymagałby takich liczb.
funnel-scenario-brings = Przy wizytach i leadach z uzgodnionego planu takie konwersje dają { $won } { $won ->
    [one] umowę
    [few] umowy
   *[other] umów
} i { $revenue }. Do SLA wchodzi tylko plan uzgodniony.
funnel-scenario-unknown = Części konwersji tego scenariusza jeszcze nie znamy.

funnel-aloud = Przeczytajcie na głos, od umów w górę
funnel-aloud-step = { $level } { $n }
funnel-take-over = Wpisz te liczby do tabeli
funnel-take-over-why = { $n ->
    [one] { $n } poziom ma w tabeli inną liczbę albo żadnej.
    [few] { $n } poziomy mają w tabeli inną liczbę albo żadnej.
   *[many] { $n } poziomów ma w tabeli inną liczbę albo żadnej.
}

funnel-checks = Co mówi rachunek
funnel-checks-none = Wszystko się zgadza.
funnel-checks-n = { $n ->
    [one] { $n } rzecz się jeszcze nie zgadza, szczegóły na ekranie prowadzenia.
    [few] { $n } rzeczy się jeszcze nie zgadzają, szczegóły na ekranie prowadzenia.
   *[many] { $n } rzeczy się jeszcze nie zgadza, szczegóły na ekranie prowadzenia.
}
funnel-check-more = { $n ->
    [one] I jeszcze { $n } podobna rzecz.
    [few] I jeszcze { $n } podobne rzeczy.
   *[many] I jeszcze { $n } podobnych rzeczy.
}
funnel-weight-error = Błąd:
funnel-weight-warn = Do sprawdzenia:
funnel-weight-info = Wskazówka:
funnel-check-goal-01 = Poziom { $level } ({ $stream }) nie ma liczby albo konwersji.
funnel-check-goal-02 = Konwersja { $level } → { $next } wynosi { $value }. Sprawdź jednostki i poziomy.
funnel-check-goal-03 = { $level }: { $a } × { $rate } to { $expected }, a wpisano { $actual } ({ $next }).
funnel-check-goal-04 = Umowy: { $won }. Dają { $expected }, a cel mówi { $actual }.
funnel-check-goal-05 = Udziały źródeł sumują się do { $sum }, nie do 100%.
funnel-check-goal-06 = Plan miesięczny poziomu { $level } × { $months } daje { $a }, a plan okresu to { $b }.
funnel-check-goal-07 = { $level } ({ $stream }): brak poziomu wyjściowego, więc to założenie do sprawdzenia w 30 dni.
funnel-check-goal-08 = { $level } ({ $stream }): wzrost o { $delta }. Jakim działaniem?
funnel-check-goal-09 = Konwersja { $level } → { $next } opiera się na { $n } przypadkach. Traktujcie ją jako założenie.
funnel-check-goal-10 = Za poziom { $level } ({ $stream }) nikt nie odpowiada.
funnel-check-goal-11 = Od { $level } do umowy mija { $days } dni, dłużej niż trwa okres. Uwzględnijcie szanse otwarte na starcie albo zapiszcie założenie.
funnel-check-goal-12 = Od { $level } do umowy mija { $days } dni, więc pierwsze umowy pochodzą sprzed początku okresu.
funnel-check-goal-13 = { $level }: plan wymaga { $hours } h, to { $load } czasu. To za dużo.
funnel-check-goal-14 = Od { $level } do { $next } ({ $stream }) zmienia się to, co liczymy. Zapiszcie regułę.
funnel-check-goal-14-none = { $level } ({ $stream }): nie wiadomo, co liczymy.

funnel-levers = Trzy najmocniejsze dźwignie, po jednym punkcie procentowym
funnel-lever = { $from } → { $to }, { $stream }
funnel-lever-rate = { $now } → { $then }.
funnel-lever-top = { $level }: wystarczy { $after } zamiast { $before }.
funnel-lever-gain = Albo { $gain } więcej przy tej samej liczbie.
funnel-loads = Czy starczy czasu
funnel-load = { $needed } z { $available } h, { $share }.
funnel-load-over = Za dużo: powyżej 85%.
funnel-window = Kiedy trzeba zacząć
funnel-window-says = { $level } od { $from } do { $to } zdążą stać się umowami w tym okresie.
funnel-table = Każdy poziom na miesiąc, tydzień i dzień oraz ile jest wart
funnel-col-level = Poziom
funnel-col-volume = Okres
funnel-col-month = Miesiąc
funnel-col-week = Tydzień
funnel-col-day = Dzień
funnel-col-rate = Konwersja
funnel-col-value = Jeden jest wart
funnel-col-cost = Jeden kosztuje
