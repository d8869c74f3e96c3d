# What the command line says to whoever runs the server, and the plain pages it shows when the app is not there.
cli-about = Live workshops in which marketing and sales agree how they work together.
cli-help-serve = Start the server.
cli-help-types = Write what the browser knows of the wire (web/src/sync/wire.ts).
cli-help-content = Check the content files of a folder (canvases/ when none is given).
cli-help-evidence = Show from which addresses and browsers people signed, as long as it is kept: a line of JSON a signature.
cli-help-export = Write a whole workshop to a file that import reads.
cli-help-import = Take a workshop from a file that export wrote.
cli-help-verify = Check that a PDF, a workshop.json or a store is as it was written.
cli-help-backup = Copy the store while the server runs, and check the copy.
cli-help-restore = Put a checked copy where no store is.
cli-help-rehearse = Let a workshop play itself.
cli-help-host = Address to listen on; 0.0.0.0 for the whole network.
cli-help-port = Port to listen on.
cli-help-open = Open the browser.
cli-help-data = Folder for everything that is kept.
cli-help-out = Where to write it (ID.json when not given).
cli-help-certificate = Certificate of the server that sealed (PEM), from /api/seal.pem.
cli-help-name = Name of the facilitator.
cli-facilitator = Facilitator

cli-running = Accord is running: { $url }
cli-running-network = For others in this network: { $url }
cli-only-here = Only this computer can open it. For everybody in the room: --host 0.0.0.0
cli-kept-in = Everything is kept in { $path }. Stop with Ctrl C.
cli-stopped = Accord has stopped. Everything is saved.
cli-port-taken = Port { $port } is taken by another program. Is Accord running already? Take another port: accord serve --port { $other }
cli-port-forbidden = This computer does not let you listen on port { $port }. Take one above 1023: accord serve --port 8000
cli-host-unknown = { $host } is not an address of this computer. Take 127.0.0.1 for this computer only, or 0.0.0.0 for the network.
cli-data-readonly = Accord cannot write to { $path } ({ $why }). Make the folder writable or choose another one: accord serve --data FOLDER
cli-store-full = There is no space left for { $path }. Free some and start again; what was saved is safe.
cli-store-used = Another Accord is already using { $path }. Stop it first, or choose another folder: accord serve --data FOLDER
cli-store-broken = The store { $path } cannot be opened ({ $why }). Restore a copy: accord restore COPY NEW-FILE
cli-secret-broken = The secret in { $path } cannot be read ({ $why }). Give the file back its 64 characters, or remove it: links change then, recovery codes stay valid.
cli-settings-broken = A setting cannot be used: { $why }. Check the ACCORD_… variables.
cli-content-broken = { $n ->
    [one] There is one mistake in the content:
   *[other] There are { $n } mistakes in the content:
}
cli-content-fine = The content is fine: { $activities } activities, { $agendas } agendas.
cli-no-pango = Note: Pango is missing, so no PDFs can be printed. Everything else works. Install it with: apt install libpangoft2-1.0-0
cli-wire-written = Written: { $path }
cli-verified = Every event is as it was written: { $workshops } workshops, { $events } events.
cli-not-verified = { $n ->
    [one] One thing is not as it was written:
   *[other] { $n } things are not as they were written:
}
cli-finding = { $workshop } event { $seq }: { $code } { $detail }
cli-pdf-sealed = { $path } is the file as it was sealed: version { $version } of “{ $title }”, { $signed } of { $of } signatures, sealed { $at }. Fingerprint of the words: { $fingerprint }
cli-pdf-known-seal = The seal is of a server known here. Certificate: { $certificate }
cli-pdf-unknown-seal = This computer does not know the certificate { $certificate } ({ $subject }). Compare it with the page /verify of your server, or give it: --certificate seal.pem
cli-pdf-not-sealed = { $path } has no seal: it is a draft, or from before the last signature. Fingerprint of the words attached: { $fingerprint }
cli-pdf-changed = { $path } is not the file that was sealed ({ $problems }). Fingerprint of the words attached: { $fingerprint }
cli-pdf-same-log = The log of workshop { $workshop } agrees with the document up to event { $seq }.
cli-pdf-other-log = The log of workshop { $workshop } is not the one the document was made from: event { $seq } differs.
cli-certificate-broken = The certificate to seal with cannot be opened ({ $why }). Check ACCORD_SEAL_CERTIFICATE and ACCORD_SEAL_PASSWORD, or the file seal.p12.
cli-export-verified = { $path } is as it was written.
cli-export-changed = { $path } is not as it was written ({ $problems }).
cli-backed-up = Copied and checked: { $path }
cli-not-backed-up = No copy was made: { $why }.
cli-restored = Restored to { $path }. Start with: accord serve --data { $folder }
cli-not-restored = Nothing was restored: { $why }.
cli-not-here = { $path } is not there. Check the path.
cli-no-workshop = There is no workshop { $id } here. These are: { $known }
cli-exported = Written: { $path }
cli-not-exported = The workshop was not written: { $why }.
cli-imported = Taken in as { $id }. Open it on your server at { $path } (keep this link to yourself). Recovery code: { $code }
cli-not-imported = This file was not taken in: { $why }. Choose the workshop.json that export wrote.

cli-no-web = Accord is running, but its screens have not been built yet. Stop it and start it with ./run, which builds them.
cli-no-page = There is no such page here. Go to the start page: /
