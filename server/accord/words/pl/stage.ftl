# Scena: co widzi osoba z zespołu, kiedy pokój pracuje.

stage-phases = Fazy
stage-phase-waiting = Za chwilę
stage-phase-write = Ciche pisanie
stage-phase-reveal = Odsłonięcie
stage-phase-discuss = Rozmowa
stage-phase-vote = Głosowanie
stage-phase-agree = Uzgodnienie
stage-phase-closed = Zamknięte
stage-where = { $activity }, { $n } z { $of }
stage-now = Teraz: { $phase }. { $prompt }
stage-more = Więcej
stage-agreement-link = Umowa do tej pory
stage-board-link = Cała kanwa
stage-sign-link = Wersja { $version } czeka na Twój podpis
stage-sign-go = Przeczytaj i podpisz

# pisanie
stage-write-kick = Piszemy osobno i w ciszy
stage-write-kick-asked = Pytanie do Twojego zespołu
stage-write-kick-guess = Twój zespół zgaduje
stage-write-guess = Zgadnij, co napisze zespół { $team }. Jedna myśl na karteczce.
stage-write-own-then-other = Najpierw o własnym zespole, potem prośby do drugiego.
stage-write-together = Kilka krótkich pytań, w dowolnej kolejności
stage-example-show = Pokaż przykład
stage-example-good = Dobrze
stage-example-weak = Słabo
stage-sees-named = Widzisz to tylko Ty. Odsłonimy wszystkie karteczki naraz, z imionami autorów.
stage-sees-team = Widzisz to tylko Ty. Odsłonimy wszystkie karteczki naraz, z nazwą zespołu, bez imienia. Inni go nie zobaczą; w zapisie warsztatu zostaje.
stage-sees-hidden = Widzisz to tylko Ty. Przy odsłonięciu usuwamy zapis, kto co napisał: bez imion, bez zespołów, bez śladu, także w bazie danych.
stage-sees-hidden-few = W jednym z zespołów są tu mniej niż trzy osoby, więc ukrytych autorów można się domyślić. Pisz z tą myślą.
stage-note-label = Twoja karteczka
stage-note-label-more = Twoja następna karteczka
stage-note-label-step = Następny krok
stage-note-label-rank = Kampania lub źródło
stage-note-label-reason = Powód Twojej oceny
stage-note-label-need = Czego potrzebujesz i po co
stage-note-label-guess = Twój typ
stage-note-count = { $n } / { $of }
stage-note-one-thought = Jedna myśl na karteczce
stage-note-add = Dodaj
stage-note-key-enter = Enter
stage-note-newline = Shift i Enter zaczyna nowy wiersz. Strzałka w górę w pustym polu otwiera Twoją ostatnią karteczkę.
stage-step-days = Dni
stage-step-days-hint = Ile zwykle trwa
stage-rank-evidence = Dowód: liczba
stage-rank-evidence-hint = SQL albo wygrane, z okresem
stage-rank-full = Są już trzy. Usuń jedną pozycję, aby wpisać inną.
stage-mine = Moje karteczki
stage-mine-steps = Moje kroki
stage-mine-rank = Moja kolejność
stage-mine-empty = Jeszcze pusto. Na początek wystarczy pierwsza myśl.
stage-mine-count = { $n ->
    [one] { $n } karteczka
    [few] { $n } karteczki
   *[many] { $n } karteczek
}
stage-days = { $n ->
    [one] { $n } dzień
    [few] { $n } dni
    [many] { $n } dni
   *[other] { $n } dnia
}
stage-days-total = Razem: { $days }
stage-state-saved = Zapisano
stage-state-here = Czeka na sieć, jest bezpieczna na tym urządzeniu
stage-note-edit = Popraw
stage-note-edit-of = Popraw: { $text }
stage-note-remove = Usuń
stage-note-remove-of = Usuń: { $text }
stage-note-save = Zapisz
stage-note-cancel = Anuluj
stage-note-up = Wyżej: { $text }
stage-note-down = Niżej: { $text }
stage-note-late = dopisane później
stage-edit-label = Zmiana Twojej karteczki
stage-scale-label = Twoja ocena
stage-scale-end = { $n }: { $end }
stage-scale-saved = Ocena zapisana. Do końca pisania można ją zmienić.
stage-done = Skończone, czekam na resztę
stage-done-on = Skończone. Naciśnij, aby pisać dalej

# podpowiedzi
stage-hint-long = Długa karteczka. Jedna myśl łatwiej się grupuje.
stage-hint-two = Wygląda na dwie myśli. Podzielić?
stage-hint-blame = Opisz sytuację: co się stało i z jakim skutkiem.
stage-hint-person = Karteczki mówią o pracy, nie o osobach.
stage-hint-number = Dodaj jednostkę i okres, np. „50 MQL miesięcznie”.
stage-hint-vague = Po czym poznamy, że się udało?
stage-hint-contact = Usuń dane osobowe klienta.

# nieprzyjęte
stage-refused-title = { $n ->
    [one] Jednego tekstu nie przyjęto
    [few] Nie przyjęto { $n } tekstów
   *[many] Nie przyjęto { $n } tekstów
}
stage-refused-note = Nie przyjęto. { $reason }
stage-refused-closed = Nie przyjęto: pisanie już się skończyło. Tekst jest tutaj.
stage-refused-late = Dopisz do rozmowy
stage-refused-retry = Spróbuj ponownie
stage-refused-copy = Kopiuj
stage-refused-copied = Skopiowano
stage-refused-dismiss = Odpuść

# odsłonięcie i rozmowa
stage-reveal-hush = Czytamy po cichu
stage-discuss-how = Najpierw pytania o sens, potem tematy. Grupować może każda osoba.
stage-side-count = { $n ->
    [0] bez karteczek
    [one] { $n } karteczka
    [few] { $n } karteczki
   *[many] { $n } karteczek
}
stage-side-none = Nikt z zespołu { $team } o tym nie napisał.
stage-side-empty = Bez karteczek z zespołu { $team }.
stage-hidden-side = Bez nazw zespołów i imion
stage-group-shared = Z obu zespołów
stage-group-one = Z jednego zespołu
stage-group-other = Tematy
stage-group-loose = Jeszcze bez tematu
stage-theme-count = { $n ->
    [one] { $n } karteczka
    [few] { $n } karteczki
   *[many] { $n } karteczek
}
stage-theme-empty = Jeszcze pusto. Upuść tu karteczkę albo użyj na niej „Przenieś”.
stage-theme-new = Nowy temat
stage-theme-new-from = { $n ->
    [one] Nowy temat z { $n } karteczki
    [few] Nowy temat z { $n } karteczek
   *[many] Nowy temat z { $n } karteczek
}
stage-theme-title = Nazwa tematu
stage-theme-make = Utwórz temat
stage-theme-rename = Zmień nazwę
stage-theme-remove = Rozłącz
stage-theme-hit = Odgadnięte
stage-theme-menu = Temat { $theme }
stage-move = Przenieś
stage-move-of = Przenieś: { $text }
stage-move-menu = Przenieś karteczkę
stage-move-to = Do tematu: { $theme }
stage-move-out = Wyjmij z tematu
stage-move-equals = To samo co: { $text }
stage-move-said = Przeniesiono do tematu { $theme }.
stage-move-said-out = Wyjęto z tematu.
stage-select = Zaznacz: { $text }
stage-selected = { $n ->
    [one] Zaznaczono { $n } karteczkę
    [few] Zaznaczono { $n } karteczki
   *[many] Zaznaczono { $n } karteczek
}
stage-selected-clear = Odznacz
stage-loose-drop = Upuść tutaj, aby wyjąć karteczkę z tematu
stage-need = Potrzeby zespołu { $team }
stage-guess = Typy zespołu { $team }
stage-revealed-live = Wszystkie karteczki są odsłonięte: { $marketing } i { $sales }.
stage-live-notes = { $n ->
    [one] { $team }, { $n } karteczka
    [few] { $team }, { $n } karteczki
   *[many] { $team }, { $n } karteczek
}
stage-late-open = Dopisz karteczkę
stage-late-hidden = Nie ma już śladu, kto to napisał. Karteczka dopisana teraz zdradziłaby autora; osoba prowadząca może wrócić do pisania.
stage-late-hint = Będzie widoczna od razu, z dopiskiem, że doszła później.

# pasmo
stage-band-title = Jak daleko od siebie
stage-band-apart = Tu widzimy to różnie
stage-band-apart-more = Warto porozmawiać dłużej.
stage-band-near = Widzimy to podobnie
stage-band-few = Za mało odpowiedzi, żeby porównywać
stage-band-few-more = Liczby pokazujemy od trzech odpowiedzi w każdym zespole.
stage-band-gap = Różnica średnich: { $value }.
stage-band-mean = średnio { $value }
stage-band-scale = Skala od { $min } do { $max }. { $marketing }: { $m }. { $sales }: { $s }.
stage-band-answers-none = bez odpowiedzi
stage-band-themes-both = { $of ->
    [one] Tematy z obu zespołów: { $n } z { $of }.
   *[other] Tematy z obu zespołów: { $n } z { $of }.
}
stage-band-themes-one = { $n ->
    [one] { $n } temat tylko z zespołu { $team }.
    [few] { $n } tematy tylko z zespołu { $team }.
   *[many] { $n } tematów tylko z zespołu { $team }.
}
stage-band-guessed = { $n ->
   *[other] Drugi zespół odgadł { $n } z { $of } potrzeb.
}
stage-band-top = { $n ->
    [0] Pierwsze trójki zespołów nie mają nic wspólnego.
    [one] Pierwsze trójki zespołów mają { $n } wspólną pozycję.
    [few] Pierwsze trójki zespołów mają { $n } wspólne pozycje.
   *[many] Pierwsze trójki zespołów mają { $n } wspólnych pozycji.
}
stage-band-steps = { $team }: średnio { $steps } kroku i { $days } dnia.

# głosowanie
stage-vote-how = Głosujemy na to, co najbardziej zbliża nas do wspólnego celu.
stage-vote-left = { $n ->
    [0] Wszystkie Twoje głosy są oddane
    [one] Został { $n } z { $of } głosów
    [few] Zostały { $n } z { $of } głosów
   *[many] Zostało { $n } z { $of } głosów
}
stage-vote-later = Wyniki pokażemy po zamknięciu. Głosy obu zespołów liczą się po równo, niezależnie od liczby osób.
stage-vote-add = Oddaj głos na: { $text }
stage-vote-take = Cofnij głos z: { $text }
stage-vote-mine = { $n ->
    [0] bez Twoich głosów
    [one] { $n } Twój głos
    [few] { $n } Twoje głosy
   *[many] { $n } Twoich głosów
}
stage-vote-nothing = Nie ma jeszcze na co głosować.
stage-vote-observer = Głosują osoby z zespołów, na swoich ekranach.
stage-votes-title = Głosy
stage-votes-score-label = Wynik z równą wagą zespołów: { $score }
stage-votes-of = { $team }: { $n }
stage-votes-silent = Zespół { $team } nie oddał głosów: jego połowa jest pominięta.
stage-votes-none = Nikt nie głosował.

# brzmienie
stage-agree-none = Jeszcze bez brzmienia
stage-agree-none-more = Ktoś bierze pióro i pisze jedno zdanie. Wszyscy widzą, jak powstaje.
stage-agree-write = Weź pióro i pisz
stage-agree-start = Albo zacznij od tego, co już jest
stage-agree-start-from = Zacznij od tego: { $text }
stage-agree-start-short = Zacznij od tego
stage-agree-proposal = Propozycja
stage-agree-round = Runda { $n }
stage-agree-empty = Jeszcze ani słowa.
stage-agree-personal = Ta strefa jest osobista i nie wymaga zgody.
stage-agree-sources = Z czego to wynika
stage-agree-sources-none = Nie wskazano jeszcze karteczek.
stage-agree-sources-change = Wskaż karteczki
stage-agree-sources-done = Gotowe
stage-pen-free = Pióro jest wolne.
stage-pen-last = Ostatnia zmiana (podkreślona): { $name }.
stage-pen-take = Weź pióro
stage-pen-held = { $name } pisze. Słowa widać na bieżąco.
stage-pen-rest = Odpowiedzi wrócą po odłożeniu pióra
stage-pen-yours = Piszesz Ty.
stage-pen-silence = Po 10 s ciszy pióro wróci na miejsce.
stage-pen-back = Po chwili ciszy pióro wróciło na miejsce. Pisanie bierze je znowu.
stage-pen-drop = Odłóż pióro
stage-pen-words = Brzmienie propozycji
stage-clash-title = Dwa brzmienia
stage-clash-more = W czasie pisania brzmienie się zmieniło. Nic nie zginęło: wybierz jedno albo przenieś słowa.
stage-clash-mine = Twoja wersja, oparta na starszej
stage-clash-theirs = Teraz w pokoju
stage-clash-theirs-by = Teraz w pokoju ({ $name })
stage-clash-use-mine = Weź pióro z moją wersją
stage-clash-use-theirs = Zostaw tę z pokoju

# zgoda
stage-consent-title = Na ile to popierasz?
stage-consent-5 = Popieram i pomogę to wdrożyć
stage-consent-4 = Popieram
stage-consent-3 = Mogę z tym żyć
stage-consent-2 = Mam zastrzeżenie: zmieńmy coś przed decyzją
stage-consent-1 = Nie popieram w tej postaci
stage-consent-0 = Sprzeciw: to zaszkodzi wspólnemu celowi
stage-consent-line = poniżej 3 zmieniamy tekst
stage-consent-why = Co podniosłoby Twoją odpowiedź do 3?
stage-consent-why-send = Wyślij odpowiedź
stage-consent-reservation = Zastrzeżenie, które zostanie przy ustaleniu (nieobowiązkowe)
stage-consent-reservation-kept = Zastrzeżenie zostanie przy ustaleniu.
stage-consent-until = Odpowiedzi pokażemy naraz, gdy będą wszystkie. Do tego czasu możesz zmienić swoją.
stage-consent-heads = Kierujesz zespołem, więc odpowiadasz na końcu. Otworzy się, gdy odpowiedzą pozostałe osoby.
stage-consent-heads-others = Osoby kierujące zespołami odpowiadają na końcu.
stage-consent-quorum = Jest mniej niż połowa jednego z zespołów, więc na razie nic nie może być uzgodnione.
stage-consent-pen = Zgoda czeka, gdy ktoś pisze.
stage-consent-observer = Odpowiadają osoby z zespołów, na swoich ekranach.
stage-consent-count = { $n } z { $of }
stage-hands-title = Wszystkie odpowiedzi
stage-hands-one = { $name }: { $level }
stage-hands-reason = Co podniosłoby do 3: { $reason }
stage-hands-reservation = Zastrzeżenie: { $reason }
stage-hands-head = kieruje zespołem
stage-failed-1 = Jeszcze nie. Ktoś jest poniżej 3.
stage-failed-1-more = Przeczytajcie, co podniosłoby odpowiedź do 3, zmieńcie tekst i zapytajcie jeszcze raz.
stage-failed-2 = Drugi raz poniżej 3
stage-failed-2-more = To idzie na parking z osobą i datą. Zapisuje je osoba prowadząca.
stage-agreed = Uzgodnione
stage-agreed-of = Zgoda { $n } z { $of }
stage-agreed-live = Uzgodniono: { $text }
stage-agreed-level = { $level }: { $n }
stage-parked = Na parkingu
stage-parked-until = { $owner }, do { $due }

# ustalenia, przerwy, koniec
stage-results = Uzgodnione do tej pory
stage-results-count = { $n ->
    [0] Jeszcze nic nie uzgodniono
    [one] Uzgodnione do tej pory: { $n } zdanie
    [few] Uzgodnione do tej pory: { $n } zdania
   *[many] Uzgodnione do tej pory: { $n } zdań
}
stage-results-none = Pierwsze uzgodnione zdanie pojawi się tutaj.
stage-break = Przerwa
stage-break-until = Wracamy o { $time }
stage-break-next = Potem: { $next }
stage-between = Chwila przerwy
stage-between-more = Osoba prowadząca zaraz otworzy następną część. Teraz niczego od Ciebie nie potrzebujemy.
stage-next = Dalej: { $next }
stage-signoff-more = Przeczytaj umowę i podpisz na swoim ekranie.
stage-ended = Warsztat się zakończył
stage-ended-more = Wszystko, co uzgodniono, jest w umowie. Można ją tam przeczytać, podpisać i pobrać.
stage-ended-open = Otwórz umowę
stage-person-twin = { $name } ({ $n })

# klawisze
stage-key-note = Napisz karteczkę
stage-key-group = Przenieś zaznaczoną karteczkę do tematu
stage-key-vote = Głos, drugi raz cofa
stage-key-consent = Zgoda, od 0 do 5
stage-key-pen = Weź pióro
stage-key-pen-drop = Odłóż pióro
