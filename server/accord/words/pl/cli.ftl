# Co wiersz poleceń mówi osobie, która prowadzi serwer, i zwykłe strony na wypadek, gdy aplikacji nie ma.
cli-about = Warsztaty na żywo, na których marketing i sprzedaż uzgadniają, jak ze sobą pracują.
cli-help-serve = Uruchamia serwer.
cli-help-types = Zapisuje, co przeglądarka wie o protokole (web/src/sync/wire.ts).
cli-help-content = Sprawdza pliki z treścią w folderze (bez podania: canvases/).
cli-help-evidence = Pokazuje, z jakich adresów i przeglądarek podpisano, dopóki to przechowujemy: jeden wiersz JSON na podpis.
cli-help-export = Zapisuje całe warsztaty do pliku, który czyta import.
cli-help-import = Przyjmuje warsztaty z pliku zapisanego przez export.
cli-help-verify = Sprawdza, czy plik PDF, plik workshop.json albo magazyn jest taki, jaki zapisano.
cli-help-backup = Kopiuje bazę w trakcie pracy serwera i sprawdza kopię.
cli-help-restore = Umieszcza sprawdzoną kopię tam, gdzie bazy nie ma.
cli-help-rehearse = Odgrywa warsztaty samoczynnie.
cli-help-host = Adres, pod którym serwer słucha; 0.0.0.0 oznacza całą sieć.
cli-help-port = Port, na którym serwer słucha.
cli-help-open = Otwiera przeglądarkę.
cli-help-data = Folder na wszystko, co jest przechowywane.
cli-help-out = Dokąd zapisać (bez podania: ID.json).
cli-help-certificate = Certyfikat serwera, który zapieczętował (PEM), spod adresu /api/seal.pem.
cli-help-name = Imię osoby prowadzącej.
cli-facilitator = Osoba prowadząca

cli-running = Accord działa: { $url }
cli-running-network = Dla innych w tej sieci: { $url }
cli-only-here = Otworzy go tylko ten komputer. Dla wszystkich w sali: --host 0.0.0.0
cli-kept-in = Wszystko jest zapisywane w { $path }. Zatrzymanie: Ctrl C.
cli-stopped = Accord zatrzymany. Wszystko jest zapisane.
cli-port-taken = Port { $port } zajmuje inny program. Czy Accord już działa? Wybierz inny port: accord serve --port { $other }
cli-port-forbidden = Ten komputer nie pozwala słuchać na porcie { $port }. Wybierz port powyżej 1023: accord serve --port 8000
cli-host-unknown = { $host } nie jest adresem tego komputera. Wybierz 127.0.0.1 tylko dla tego komputera albo 0.0.0.0 dla sieci.
cli-data-readonly = Accord nie może zapisywać w { $path } ({ $why }). Nadaj prawo zapisu albo wybierz inny folder: accord serve --data FOLDER
cli-store-full = Brakuje miejsca na { $path }. Zwolnij je i uruchom ponownie; to, co zapisano, jest bezpieczne.
cli-store-used = Inny Accord już używa { $path }. Najpierw go zatrzymaj albo wybierz inny folder: accord serve --data FOLDER
cli-store-broken = Nie można otworzyć bazy { $path } ({ $why }). Przywróć kopię: accord restore KOPIA NOWY-PLIK
cli-secret-broken = Nie można odczytać sekretu w { $path } ({ $why }). Przywróć plikowi jego 64 znaki albo go usuń: linki się wtedy zmienią, kody odzyskiwania pozostaną ważne.
cli-settings-broken = Nie można użyć ustawienia: { $why }. Sprawdź zmienne ACCORD_…
cli-content-broken = { $n ->
    [one] W treści jest jeden błąd:
    [few] W treści są { $n } błędy:
   *[other] W treści jest { $n } błędów:
}
cli-content-fine = Treść jest w porządku. Aktywności: { $activities }, plany: { $agendas }.
cli-no-pango = Uwaga: brakuje biblioteki Pango, więc nie da się drukować PDF. Wszystko inne działa. Instalacja: apt install libpangoft2-1.0-0
cli-wire-written = Zapisano: { $path }
cli-verified = Każde zdarzenie jest takie, jak je zapisano. Warsztaty: { $workshops }, zdarzenia: { $events }.
cli-not-verified = { $n ->
    [one] Jedna rzecz nie jest taka, jak ją zapisano:
    [few] { $n } rzeczy nie są takie, jak je zapisano:
   *[other] { $n } rzeczy nie jest takich, jak je zapisano:
}
cli-finding = { $workshop } zdarzenie { $seq }: { $code } { $detail }
cli-pdf-sealed = { $path } to plik taki, jaki zapieczętowano: wersja { $version } „{ $title }”, podpisy: { $signed } z { $of }, pieczęć z { $at }. Odcisk treści: { $fingerprint }
cli-pdf-known-seal = Pieczęć jest znanego tu serwera. Certyfikat: { $certificate }
cli-pdf-unknown-seal = Tego certyfikatu ten komputer nie zna: { $certificate } ({ $subject }). Porównaj go ze stroną /verify swojego serwera albo podaj: --certificate seal.pem
cli-pdf-not-sealed = { $path } nie ma pieczęci: to projekt albo wersja sprzed ostatniego podpisu. Odcisk dołączonej treści: { $fingerprint }
cli-pdf-changed = { $path } to nie jest plik, który zapieczętowano ({ $problems }). Odcisk dołączonej treści: { $fingerprint }
cli-pdf-same-log = Dziennik warsztatu { $workshop } zgadza się z dokumentem do zdarzenia { $seq }.
cli-pdf-other-log = Dziennik warsztatu { $workshop } nie jest tym, z którego powstał dokument: różni się zdarzenie { $seq }.
cli-certificate-broken = Nie da się otworzyć certyfikatu pieczęci ({ $why }). Sprawdź ACCORD_SEAL_CERTIFICATE i ACCORD_SEAL_PASSWORD albo plik seal.p12.
cli-export-verified = { $path } jest taki, jaki zapisano.
cli-export-changed = { $path } nie jest taki, jaki zapisano ({ $problems }).
cli-backed-up = Skopiowano i sprawdzono: { $path }
cli-not-backed-up = Kopia nie powstała: { $why }.
cli-restored = Przywrócono do { $path }. Uruchomienie: accord serve --data { $folder }
cli-not-restored = Niczego nie przywrócono: { $why }.
cli-not-here = Nie ma { $path }. Sprawdź ścieżkę.
cli-no-workshop = Nie ma tu warsztatów { $id }. Są: { $known }
cli-exported = Zapisano: { $path }
cli-not-exported = Nie zapisano warsztatów: { $why }.
cli-imported = Przyjęto jako { $id }. Otwórz na swoim serwerze { $path } (zachowaj ten link dla siebie). Kod odzyskiwania: { $code }
cli-not-imported = Nie przyjęto tego pliku: { $why }. Wybierz workshop.json zapisany przez export.

cli-no-web = Accord działa, ale jego ekrany nie są jeszcze zbudowane. Zatrzymaj go i uruchom przez ./run, które je zbuduje.
cli-no-page = Nie ma tu takiej strony. Wróć na stronę początkową: /
