# Kokpit: biurko osoby prowadzącej.

cockpit-title = Kokpit
cockpit-tabs = Części kokpitu
cockpit-tab-agenda = Agenda
cockpit-tab-now = Teraz
cockpit-tab-side = Pomoc

cockpit-key-next = następna faza
cockpit-key-pause = pauza, dalej
cockpit-key-minute = jedna minuta więcej
cockpit-key-park = odłóż na parking
cockpit-key-screen = ekran w sali
cockpit-key-pen = weź pióro

# górny pasek
cockpit-late = { $n ->
    [one] { $n } min po czasie
    [few] { $n } min po czasie
   *[other] { $n } min po czasie
}
cockpit-early = { $n } min przed czasem
cockpit-in-time = O czasie
cockpit-not-begun = Jeszcze przed startem
cockpit-ended = Warsztat zakończony
cockpit-end = koniec { $end }
cockpit-end-instead = koniec { $end } zamiast { $booked }
cockpit-here = { $of ->
    [one] { $n } z { $of } osoby
   *[other] { $n } z { $of } osób
}
cockpit-agreement = Umowa
cockpit-screen = Ekran w sali
cockpit-board = Cała kanwa

# agenda
cockpit-agenda = Agenda
cockpit-minutes = Minuty
cockpit-minutes-of = minuty:
cockpit-minutes-for = Minuty: { $name }
cockpit-step-finished = zakończone
cockpit-step-skipped = pominięte
cockpit-start-here = Zacznij ten krok
cockpit-again = Otwórz ponownie
cockpit-finish = Zakończ krok
cockpit-skip = Pomiń
cockpit-unskip = Przywróć
cockpit-up = Wcześniej
cockpit-down = Później
cockpit-finish-at = Koniec
cockpit-end-workshop = Zakończ warsztat
cockpit-end-sure = Zakończyć? Nic nie zginie, a krok można otworzyć ponownie.
cockpit-end-yes = Tak, zakończ

# skracanie
cockpit-shorten = Skróć dalsze kroki
cockpit-shorten-more = Propozycja, żeby skończyć o umówionej godzinie. Minuty można zmienić przed zastosowaniem.
cockpit-shorten-none = Nie ma już kroków, które można skrócić.
cockpit-shorten-step = Krok
cockpit-shorten-from = Jest
cockpit-shorten-to = Będzie
cockpit-shorten-result = Koniec { $end }, umówiony na { $booked }.
cockpit-shorten-short = { $n ->
    [one] Brakuje jeszcze { $n } minuty. Można pominąć krok w agendzie.
   *[other] Brakuje jeszcze { $n } minut. Można pominąć krok w agendzie.
}
cockpit-shorten-go = Zastosuj

# środek
cockpit-phase = Faza
cockpit-start-title = Zaczynamy?
cockpit-between-title = Chwila przerwy
cockpit-done-title = Agenda jest przejrzana do końca
cockpit-done-text = Została umowa: przeczytajcie ją razem i zamknijcie wersję do podpisu.
cockpit-over-title = Warsztat zakończony
cockpit-over-text = Umowę można czytać, poprawiać, zamknąć i podpisać. Krok z agendy można otworzyć ponownie.
cockpit-signed = Podpisy pod wersją { $version }
cockpit-over-sign = Kto jeszcze nie podpisał, robi to na swoim ekranie albo z linku do podpisania później.
cockpit-next-is = { $n ->
    [one] Następny krok: { $name }, { $n } minuta.
    [few] Następny krok: { $name }, { $n } minuty.
   *[other] Następny krok: { $name }, { $n } minut.
}
cockpit-break-until = Przerwa do { $time }
cockpit-arrivals = Kto już jest
cockpit-missing = { $team }, jeszcze bez: { $names }
cockpit-missing-names = Jeszcze bez: { $names }
cockpit-next-write = Zacznij pisanie
cockpit-next-reveal = Odsłoń teraz
cockpit-next-discuss = Do rozmowy
cockpit-next-vote = Do głosowania
cockpit-next-agree = Do uzgodnienia
cockpit-next-step = Dalej: { $name }
cockpit-pause = Pauza
cockpit-go-on = Wznów
cockpit-minute = + 1 min
cockpit-two-minutes = Dodaj 2 minuty
cockpit-over-choice = Czas minął. Co dalej?
cockpit-agree-now = Uzgadniamy teraz
cockpit-park-rest = Resztę na parking
cockpit-say = Powiedz
cockpit-follow-up = Dopytaj
cockpit-good = Dobra odpowiedź: „{ $text }”
cockpit-weak = Słaba odpowiedź: „{ $text }”
cockpit-tips = { $n ->
    [one] { $n } wskazówka do tego kroku
    [few] { $n } wskazówki do tego kroku
   *[other] { $n } wskazówek do tego kroku
}
cockpit-why = Dlaczego to ważne
cockpit-why-source = Źródło: { $text }
cockpit-why-care = Do przemyślenia, nigdy jako cel.

# kto pisze
cockpit-who-writes = Kto jeszcze pisze
cockpit-have = { $n } z { $of } ma odpowiedź
cockpit-writing = jeszcze pisze
cockpit-done = skończone
cockpit-offline = bez połączenia
cockpit-away = nieobecność
cockpit-nobody = Jeszcze nikogo tu nie ma.
cockpit-notes = { $n ->
    [0] bez karteczek
    [one] { $n } karteczka
    [few] { $n } karteczki
   *[other] { $n } karteczek
}
cockpit-notes-of = { $n ->
    [one] karteczka
    [few] karteczki
   *[other] karteczek
}
cockpit-answers = { $n } z { $of }
cockpit-have-done = gotowe: { $n } z { $of }
cockpit-answers-done = gotowe: { $n } z { $of }
cockpit-nobody-knows = Autorzy są tu ukryci: widzisz, kto skończył. Czy i co ktoś napisał, nie widzi nikt, także Ty.
cockpit-few-to-hide = W kroku „{ $step }” autorzy są ukryci, ale mniej niż trzy osoby są tu z zespołu: { $teams }. Można się ich domyślić. Powiedz to, zanim zacznie się pisanie, albo wybierz w agendzie, przy tym kroku, że autorów widać.
cockpit-authors = Autorzy
cockpit-authors-named = z imienia
cockpit-authors-team = z zespołu
cockpit-authors-hidden = ukryci
cockpit-authors-named-means = Po odsłonięciu na karteczce stoi imię.
cockpit-authors-team-means = Po odsłonięciu widać zespół; imię zostaje w zapisie warsztatu.
cockpit-authors-hidden-means = Przy odsłonięciu usuwamy zapis, kto co napisał. Potrzeba czterech osób.
cockpit-authors-settled = Ustalono to, gdy krok się zaczął.
cockpit-nobody-reads = Widzisz, kto pisze i ile ma karteczek. Treści nie widzi nikt, także Ty, aż do odsłonięcia.
cockpit-ask-writing = { $n ->
    [one] Jedna osoba jeszcze pisze
    [few] { $n } osoby jeszcze piszą
   *[other] { $n } osób jeszcze pisze
}
cockpit-ask-writing-more = Zapisane karteczki zostaną odsłonięte. Niedokończone zdania zostaną u swoich autorów.
cockpit-ask-reveal = Idziemy dalej
cockpit-ask-stay = Zostajemy tutaj
cockpit-ask-undecided = { $n ->
    [one] Jedno brzmienie nie jest uzgodnione
    [few] { $n } brzmienia nie są uzgodnione
   *[other] { $n } brzmień nie jest uzgodnionych
}
cockpit-ask-undecided-more = Można odłożyć sprawę na parking z osobą i datą albo iść dalej i wrócić tu z agendy.
cockpit-ask-on = Idziemy dalej bez ustalenia

# głosy i zgoda
cockpit-turnout = Kto już głosował
cockpit-turnout-note = Liczby, nigdy imiona. Wyniki pokażemy po zamknięciu głosowania.
cockpit-dots = Głosy na osobę
cockpit-votes = { $n ->
    [one] { $n } głos
    [few] { $n } głosy
   *[other] { $n } głosów
}
cockpit-answers-in = Odpowiedzi
cockpit-answers-note = Liczby, nigdy imiona. Odpowiedzi odsłonią się naraz, gdy będą wszystkie.
cockpit-offline-people = Bez połączenia
cockpit-count-absent = Licz jako nieobecność
cockpit-count-absent-of = Licz jako nieobecność: { $name }
cockpit-count-present = Licz jako obecność
cockpit-pen-force = Przejmij pióro
cockpit-propose-again = Zaproponuj nowe brzmienie
cockpit-withdraw = Wycofaj propozycję
cockpit-failed-2 = Po dwóch rundach sprawa idzie na parking: z osobą i datą. Nikt nie rozstrzyga za innych.
cockpit-park-proposal = Odłóż na parking

# pomoc
cockpit-balance = Równowaga zespołów od początku
cockpit-balance-notes = Karteczki
cockpit-balance-wordings = Brzmienia
cockpit-balance-per = Średnio na osobę.
cockpit-balance-quiet = Zespół { $team } pisze mniej: daj mu głos jako pierwszemu.
cockpit-parking = Parking
cockpit-parking-count = { $n ->
    [0] pusty
    [one] { $n } sprawa
    [few] { $n } sprawy
   *[other] { $n } spraw
}
cockpit-park-title = Odłóż sprawę na parking
cockpit-park-edit = Popraw sprawę z parkingu
cockpit-park-edit-of = Popraw: { $text }
cockpit-park-what = Co zostaje do rozstrzygnięcia
cockpit-park-owner = Kto się tym zajmie
cockpit-park-due = Do kiedy
cockpit-park-go = Odłóż sprawę
cockpit-park-close = Załatwione
cockpit-park-close-of = Załatwione: { $text }
cockpit-park-reopen = Jednak otwarte
cockpit-park-reopen-of = Jednak otwarte: { $text }
cockpit-save = Zapisz
cockpit-jot = Notatki tylko dla Ciebie
cockpit-jot-here = Zapisuję
cockpit-jot-saved = Zapisano

# ludzie i drzwi
cockpit-waiting = { $n ->
    [one] Jedna osoba czeka za drzwiami
    [few] { $n } osoby czekają za drzwiami
   *[other] { $n } osób czeka za drzwiami
}
cockpit-waiting-live = { $n ->
    [one] Jedna osoba czeka na wpuszczenie.
    [few] { $n } osoby czekają na wpuszczenie.
   *[other] { $n } osób czeka na wpuszczenie.
}
cockpit-waiting-short = · { $n } za drzwiami
cockpit-admit = Wpuść
cockpit-admit-of = Wpuść: { $name }
cockpit-admit-all = Wpuść wszystkich
cockpit-turn-away = Odmów
cockpit-turn-away-of = Odmów: { $name }
cockpit-role-observer = obserwuje
cockpit-people-open = Osoby, linki i drzwi
cockpit-people-title = Osoby, linki i drzwi
cockpit-others = Prowadzą i obserwują
cockpit-online = jest
cockpit-offline-now = bez połączenia
cockpit-offline-since = { $n } min bez połączenia
cockpit-head-on = Kieruje zespołem
cockpit-head-off = Nie kieruje zespołem
cockpit-to-team = Przenieś do zespołu { $team }
cockpit-make-co = Niech współprowadzi
cockpit-hand-over = Przekaż prowadzenie
cockpit-to-member = Wraca do zespołu
cockpit-remove = Usuń z warsztatu
cockpit-remove-sure = Usunąć? Osoba: { $name }. Karteczki i podpisy zostaną.
cockpit-remove-yes = Tak, usuń
cockpit-doors = Drzwi i linki
cockpit-doors-open = Drzwi są otwarte: z linkiem lub kodem można dołączyć.
cockpit-doors-closed = Drzwi są zamknięte: nikt nowy nie dołączy. Kto już jest, może wracać.
cockpit-doors-close = Zamknij drzwi
cockpit-doors-open-them = Otwórz drzwi
cockpit-link-join = Link i kod dla zespołów
cockpit-link-observer = Link dla obserwatorów i ekranu w sali
cockpit-link-facilitator = Link osoby prowadzącej
cockpit-link-copy = Kopiuj link
cockpit-rotate = Wymień
cockpit-rotate-sure = Stary link i kod przestaną działać.
cockpit-rotate-yes = Tak, wymień
cockpit-rotated = Nowy link:
cockpit-recovery = Nowy kod odzyskiwania:
cockpit-invitation = Zaproszenie do druku

cockpit-returns = chce wrócić na swoje miejsce
cockpit-returns-online = chce wrócić, a na tym miejscu ktoś teraz jest
