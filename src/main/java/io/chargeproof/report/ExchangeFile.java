package io.chargeproof.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.redaction.Redactor;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the form of {@code exchanges.jsonl} that is written while the exchanges are made; its owner alone reads it. */
public final class ExchangeFile implements AutoCloseable {
    private final Writer writer;

    private ExchangeFile(Writer writer) {
        this.writer = writer;
    }

    /**
     * Begins a file anew.
     *
     * @throws IOException if it can't be written
     */
    public static ExchangeFile create(Path file) throws IOException {
        PrivateFolder.createFile(file);
        return new ExchangeFile(Files.newBufferedWriter(file, UTF_8, WRITE, TRUNCATE_EXISTING));
    }

    /** Writes an exchange without its secrets. A process that is killed leaves whole lines. */
    public void append(Exchange exchange, Redactor redactor) throws IOException {
        ExchangeRedaction redaction = new ExchangeRedaction(
                text -> WellFormedText.of(redactor.redact(text)), text -> WellFormedText.of(redactor.redact(text)));
        writer.write(ExchangesJsonl.text(redaction.of(exchange), null));
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
