# Co mówi sprawdzenie umowy. Id to nazwy reguł; liczby, daty i terminy przychodzą wypełnione.

lint-limit = { $unit ->
    [working_minute] { $value ->
        [one] { $value } minuta robocza
        [few] { $value } minuty robocze
        [many] { $value } minut roboczych
       *[other] { $value } minuty roboczej
    }
    [working_hour] { $value ->
        [one] { $value } godzina robocza
        [few] { $value } godziny robocze
        [many] { $value } godzin roboczych
       *[other] { $value } godziny roboczej
    }
    [working_day] { $value ->
        [one] { $value } dzień roboczy
        [few] { $value } dni robocze
        [many] { $value } dni roboczych
       *[other] { $value } dnia roboczego
    }
    [calendar_minute] { $value ->
        [one] { $value } minuta
        [few] { $value } minuty
        [many] { $value } minut
       *[other] { $value } minuty
    }
    [minute] { $value ->
        [one] { $value } minuta
        [few] { $value } minuty
        [many] { $value } minut
       *[other] { $value } minuty
    }
    [calendar_hour] { $value ->
        [one] { $value } godzina całodobowo
        [few] { $value } godziny całodobowo
        [many] { $value } godzin całodobowo
       *[other] { $value } godziny całodobowo
    }
    [hour] { $value ->
        [one] { $value } godzina
        [few] { $value } godziny
        [many] { $value } godzin
       *[other] { $value } godziny
    }
    [calendar_day] { $value ->
        [one] { $value } dzień kalendarzowy
        [few] { $value } dni kalendarzowe
        [many] { $value } dni kalendarzowych
       *[other] { $value } dnia kalendarzowego
    }
    [week] { $value ->
        [one] { $value } tydzień
        [few] { $value } tygodnie
        [many] { $value } tygodni
       *[other] { $value } tygodnia
    }
    [month] { $value ->
        [one] { $value } miesiąc
        [few] { $value } miesiące
        [many] { $value } miesięcy
       *[other] { $value } miesiąca
    }
   *[day] { $value ->
        [one] { $value } dzień
        [few] { $value } dni
        [many] { $value } dni
       *[other] { $value } dnia
    }
}

# budowa i okres
lint-STR-01 = Rozdział „{ $section }” jest pusty.
lint-STR-02 = „{ $section }” – pusto. Można to dodać później.
lint-STR-03 = Zespół { $team } nie ma osoby odpowiedzialnej.
lint-STR-04 = Sprawa otwarta „{ $text }” nie ma osoby lub daty.
lint-STR-05 = Punkt { $no } nie wynika z żadnej odpowiedzi z warsztatu. Skąd się wziął?
lint-STR-06 = Tekst wygląda na dane osobowe klienta. Usuń je przed wysłaniem dokumentu.
# czego nikt nie wypełnił i kto już odszedł
lint-TXT-01 = „{ $text }” to niewypełnione miejsce. Wpiszcie, co ma tu być.
lint-OWN-01 = { $of ->
    [open] Sprawa otwarta „{ $what }”: { $person } – tej osoby już nie ma. Kto to przejmie?
   *[cell] „{ $what }”, { $title }: { $person } – tej osoby już nie ma. Kto to przejmie?
  }
lint-OWN-02 = Nie ma już nikogo, kto złożył tę obietnicę: „{ $what }” ({ $people }). Kto ją przejmie?

lint-PER-01 = Podaj, od kiedy do kiedy obowiązuje SLA.
lint-PER-02 = Brak daty przeglądu.
lint-PER-03 = Przegląd { $date } wypada za późno: po końcu okresu albo ponad 100 dni od startu.
lint-PER-04 = Cele dotyczą innego okresu ({ $a_from } – { $a_to }) niż SLA ({ $b_from } – { $b_to }).

# cele
lint-GOAL-01 = Poziom „{ $stage }” nie ma liczby albo konwersji.
lint-GOAL-02 = Konwersja { $a }→{ $b } wynosi { NUMBER($value, maximumFractionDigits: 1) }%. Sprawdź jednostki i poziomy.
lint-GOAL-03 = { NUMBER($a, maximumFractionDigits: 1) } × { NUMBER($rate, maximumFractionDigits: 1) }% to { NUMBER($expected, maximumFractionDigits: 1) }, a wpisano { NUMBER($actual, maximumFractionDigits: 1) } ({ $b }).
lint-GOAL-04 = { $won ->
    [one] { $won } umowa
    [few] { $won } umowy
    [many] { $won } umów
   *[other] { NUMBER($won, maximumFractionDigits: 1) } umowy
} × { NUMBER($average_deal, maximumFractionDigits: 0) } to { NUMBER($expected, maximumFractionDigits: 0) }, a cel mówi { NUMBER($actual, maximumFractionDigits: 0) }.
lint-GOAL-05 = Udziały źródeł sumują się do { NUMBER($sum, maximumFractionDigits: 1) }%, nie do 100%.
lint-GOAL-06 = Plan miesięczny „{ $stage }” × { $months } daje { NUMBER($a, maximumFractionDigits: 1) }, a plan okresu to { NUMBER($b, maximumFractionDigits: 1) }.
lint-GOAL-07 = Cel „{ $name }” nie ma poziomu wyjściowego. Od kiedy mierzymy?
lint-GOAL-08 = „{ $name }” ma wzrosnąć o { NUMBER($delta, maximumFractionDigits: 0) }%. Jakim działaniem?
lint-GOAL-09 = Konwersja { $a }→{ $b } opiera się na { $n ->
    [one] { $n } przypadku
   *[other] { $n } przypadkach
}. Traktujcie ją jako założenie.
lint-GOAL-10 = Za poziom „{ $stage }” nikt nie odpowiada.
lint-GOAL-11 = Cykl trwa { $days ->
    [one] { $days } dzień
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
}, dłużej niż okres. Uwzględnijcie szanse otwarte na starcie.
lint-GOAL-12 = Umowy z początku okresu pochodzą z leadów sprzed jego startu (cykl { $days ->
    [one] { $days } dzień
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
}).
lint-GOAL-13 = Plan wymaga { NUMBER($hours, maximumFractionDigits: 0) } h ({ NUMBER($load, maximumFractionDigits: 0) }% czasu: { $role }). To za dużo.
lint-GOAL-14 = Od „{ $a }” do „{ $b }” zmienia się to, co liczymy. Zapiszcie regułę.

# definicje
lint-DEF-01 = Używamy słowa „{ $term }”, ale go nie zdefiniowaliśmy.
lint-DEF-02 = „{ $term }”: jest definicja, ale nikt tego słowa nie używa.
lint-DEF-03 = Definicja „{ $term }” nie ma kryteriów.
lint-DEF-04 = Kryterium „{ $text }” da się rozumieć różnie. Po czym to widać w systemie?
lint-DEF-05 = Nie wiadomo, kto rozstrzyga, czy to „{ $term }”.
lint-DEF-06 = Nie wiadomo, gdzie widać status „{ $term }”.
lint-DEF-07 = Dodajcie do „{ $term }” przykład i przykład przeciwny.
lint-DEF-08 = „{ $a }” i „{ $b }” mają te same kryteria. Po co dwa poziomy?
lint-DEF-09 = Zespoły różnie rozumieją „{ $term }” i nie ma wspólnej wersji.
lint-DEF-10 = MQL nie ma wykluczeń. Kogo na pewno nie przekazujemy?
lint-DEF-11 = Brak krótkiej listy powodów odrzucenia i zwrotu.

# proces
lint-PROC-01 = Krok „{ $step }” nie ma osoby odpowiedzialnej.
lint-PROC-02 = Przekazanie „{ $step }” nie mówi, jakie dane idą dalej.
lint-PROC-03 = „{ $step }” nie ma limitu czasu.
lint-PROC-04 = Po kroku „{ $step }” nic się nie dzieje. Co dalej z leadem?
lint-PROC-05 = Z mapy nie wynika, jak informacja wraca do marketingu.
lint-PROC-06 = Wąskie gardło „{ $step }” nie ma działania.
lint-PROC-07 = Kto robi pierwszy kontakt, gdy { $responsible } jest na urlopie?
lint-LAW-01 = W danych przekazania brakuje zgody i kanału kontaktu. Sprawdźcie to z osobą od prawa.
lint-LAW-02 = Kontakt bez wcześniejszej zgody jest w Polsce ograniczony także w B2B.

# zobowiązania
lint-COM-01 = { $no }: nikt nie odpowiada za to zobowiązanie.
lint-COM-02 = { $no }: brak miary, poziomu lub jednostki.
lint-COM-03 = { $no }: w jakim okresie albo do kiedy?
lint-COM-04 = { $no }: nie wiadomo, czym i kiedy to zmierzymy.
lint-COM-05 = { $no }: co robimy, gdy się nie uda?
lint-COM-06 = { $no }: to na razie prośba. Zespół { $team } jeszcze jej nie przyjął.
lint-COM-07 = { $no }: słów „{ $word }” nie da się sprawdzić.
lint-COM-08 = { $no }: ile jest dziś? Jeśli nie wiadomo, wpiszcie datę pierwszego pomiaru.
lint-COM-09 = { $no }: godziny robocze czy kalendarzowe?
lint-COM-10 = { $marketing } ma { $m ->
    [one] { $m } zobowiązanie
    [few] { $m } zobowiązania
    [many] { $m } zobowiązań
   *[other] { $m } zobowiązania
}, { $sales } { $s }. Czy to uczciwy podział?
lint-COM-11 = { $a } i { $b } podają różne poziomy tej samej miary.
lint-COM-12 = { $no }: { $owner } należy do drugiego zespołu.
lint-COM-13 = { $owner } odpowiada za { $n } z { $total } zobowiązań zespołu.

# zgodność między rozdziałami
lint-CONS-01 = { $no } obiecuje { NUMBER($a, maximumFractionDigits: 1) } { $unit ->
    [visit] { $a ->
        [one] wizytę
        [few] wizyty
        [many] wizyt
       *[other] wizyty
    }
    [mql] MQL
    [sal] SAL
    [sql] SQL
    [opportunity] { $a ->
        [one] szansę
        [few] szanse
        [many] szans
       *[other] szansy
    }
    [contract] { $a ->
        [one] umowę
        [few] umowy
        [many] umów
       *[other] umowy
    }
    [customer] { $a ->
        [one] klienta
        [few] klientów
        [many] klientów
       *[other] klienta
    }
   *[lead] { $a ->
        [one] leada
        [few] leady
        [many] leadów
       *[other] leada
    }
} w okresie, a lejek wymaga { NUMBER($b, maximumFractionDigits: 1) }.
lint-CONS-02 = { $no } mówi { NUMBER($a, maximumFractionDigits: 1) }%, a lejek liczy na { NUMBER($b, maximumFractionDigits: 1) }%.
lint-CONS-03 = { $no } jest liczone { $a ->
    [day] dziennie
    [week] w tygodniu
    [quarter] w kwartale
    [period] w całym okresie
   *[month] w miesiącu
}, a wskaźnik „{ $metric }” { $b ->
    [day] dziennie
    [week] w tygodniu
    [quarter] w kwartale
    [period] w całym okresie
   *[month] w miesiącu
}.
lint-CONS-04 = Miary „{ $measure }” ({ $no }) nie ma w raportowaniu.
lint-CONS-05 = { $missing ->
    [volume] { $sales } mówi, kiedy zajmie się leadami, a { $marketing } nie mówi, ile ich przekaże.
   *[handling] { $marketing } obiecuje leady, a { $sales } nie mówi, kiedy się nimi zajmie.
}
lint-CONS-06 = Limit dla „{ $topic }” wynosi { $a } w { $x }, a { $b } w „{ $y }”.

# raportowanie i rytm
lint-REP-01 = Wskaźnik „{ $metric }” nie ma właściciela.
lint-REP-02 = Nie wiadomo, skąd pochodzi „{ $metric }”.
lint-REP-03 = „{ $metric }” nie ma wzoru.
lint-REP-04 = Kiedy gotowe są dane „{ $metric }”?
lint-REP-05 = „{ $metric }” ma dwa źródła. Które rozstrzyga?
lint-REP-06 = Nie mierzymy przejścia { $a }→{ $b }, w którym spotykają się zespoły.
lint-REP-07 = Które narzędzie jest wspólnym centrum?
lint-REP-08 = „{ $metric }” nie łączy się z żadnym celem. Czy jest potrzebny?
lint-REP-09 = Widok „{ $view }” ma { $n ->
    [one] { $n } liczbę
    [few] { $n } liczby
    [many] { $n } liczb
   *[other] { $n } liczby
}. Osiem wystarczy.
lint-MEET-01 = Spotkanie „{ $meeting }” nie ma osoby prowadzącej, rytmu lub agendy.
lint-MEET-02 = Żadne stałe spotkanie nie łączy obu zespołów.
lint-MEET-03 = Agenda „{ $meeting }” ma { $a } min, a spotkanie { $b }.
lint-MEET-04 = Kto poprowadzi „{ $meeting }”, gdy { $owner } nie może?
lint-MEET-05 = W jakim czasie odpowiadamy na kanale „{ $channel }”?
lint-MEET-06 = { $person } spędza { NUMBER($hours, maximumFractionDigits: 1) } h miesięcznie na wspólnych spotkaniach.
lint-TIME-01 = Limit „{ $topic }” to { $limit }, a sprawa czeka na spotkanie { $cadence ->
    [daily] raz dziennie
    [weekly] raz w tygodniu
    [biweekly] raz na dwa tygodnie
    [quarterly] raz na kwartał
   *[monthly] raz w miesiącu
}.
lint-TIME-02 = Dane „{ $metric }” są gotowe po spotkaniu „{ $meeting }”.
lint-TIME-03 = „{ $metric }” nie jest omawiany na żadnym spotkaniu.
lint-TIME-04 = Eskalacja trwa dłużej niż czas do przeglądu.

# eskalacja, podpisy
lint-ESC-01 = Nie wiadomo, co się dzieje, gdy zobowiązanie nie działa.
lint-ESC-02 = Kto rozstrzyga na końcu?
lint-ESC-03 = „{ $text }” brzmi jak kara dla osoby. Zapiszcie działanie naprawcze; w Polsce kar pieniężnych nie można ustalać dowolnie.
lint-SIGN-01 = Brakuje podpisów: { $people }.
lint-SIGN-02 = { $person } sprzeciwia się: „{ $text }”.
lint-SIGN-03 = Podpisali tylko kierujący. SLA przyjmuje każda osoba w zespołach.
lint-SIGN-04 = Rozdział „{ $section }” zmienił się po podpisaniu. Poproście o odnowienie podpisów.
lint-SIGN-05 = { $person }: brak potwierdzenia, że treść jest zrozumiała.

# co zamknęłoby różnicę; każda zmiana wystarcza sama
lint-close-promise = { $no }: obietnica { NUMBER($value, maximumFractionDigits: 1) } { $unit ->
    [visit] { $value ->
        [one] wizyta
        [few] wizyty
        [many] wizyt
       *[other] wizyty
    }
    [mql] MQL
    [sal] SAL
    [sql] SQL
    [opportunity] { $value ->
        [one] szansa
        [few] szanse
        [many] szans
       *[other] szansy
    }
    [contract] { $value ->
        [one] umowa
        [few] umowy
        [many] umów
       *[other] umowy
    }
    [customer] { $value ->
        [one] klient
        [few] klientów
        [many] klientów
       *[other] klienta
    }
   *[lead] { $value ->
        [one] lead
        [few] leady
        [many] leadów
       *[other] leada
    }
} { $per ->
    [day] dziennie
    [week] w tygodniu
    [quarter] w kwartale
    [period] w całym okresie
   *[month] w miesiącu
}.
lint-close-share = { $no }: obietnica { NUMBER($value, maximumFractionDigits: 1) }%.
lint-close-rate = Konwersja { $a }→{ $b }: { NUMBER($value, maximumFractionDigits: 1) }% zamiast { NUMBER($rate, maximumFractionDigits: 1) }%.
lint-close-volume = Poziom „{ $stage }”: { NUMBER($value, maximumFractionDigits: 1) }.
lint-close-contracts = Plan na { $value ->
    [one] { $value } umowę
    [few] { $value } umowy
    [many] { $value } umów
   *[other] { NUMBER($value, maximumFractionDigits: 1) } umowy
}.
lint-close-deal = Średnia umowa: { NUMBER($value, maximumFractionDigits: 0) }.
lint-close-goal = Cel przychodu: { NUMBER($value, maximumFractionDigits: 0) }.
lint-close-people = { $role }: { $value ->
    [one] { $value } osoba
    [few] { $value } osoby
    [many] { $value } osób
   *[other] { NUMBER($value, maximumFractionDigits: 1) } osoby
} w planie.
lint-close-minutes = „{ $stage }”: po { NUMBER($value, maximumFractionDigits: 0) } min zamiast { NUMBER($minutes, maximumFractionDigits: 0) }.
