package io.chargeproof.traffic.recording;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A file of recorded traffic, read as a stream: HAR 1.2, {@code exchanges.jsonl} of a run, or lines of JSON in the minimal form
 * that {@link JsonLinesReader} describes; each also packed with gzip.
 *
 * @param file the file
 * @param addresses which of its exchanges are of the APIs
 */
public record Recording(Path file, ApiAddresses addresses) {
    /** So much of a file is looked at to tell what it is. */
    private static final int LOOKED_AT = 1 << 16;

    /**
     * Hands on what was made of the exchanges of the APIs, in the order in which they began.
     *
     * @param look makes something of each exchange by itself, in several threads and a little ahead
     * @throws UnreadableRecording if there is no such file, or it is none of these forms
     */
    public <T> RecordingEnd read(Function<RecordedExchange, T> look, Consumer<T> next) {
        try {
            return Files.isRegularFile(file)
                    ? read(Sanitised.parts(sanitised -> plainly(sanitised::see)), look, next)
                    : read(Set.of(), look, next);
        } catch (NoSuchFileException e) {
            throw new UnreadableRecording(file + " doesn't exist; name a file of recorded traffic, such as a HAR");
        } catch (IOException e) {
            throw new UnreadableRecording(
                    file + " can't be read (" + e.getMessage() + "); name a file that is there and may be read");
        }
    }

    /** Hands its exchanges on as they are. */
    private void plainly(Consumer<RecordedExchange> next) throws IOException {
        try (InputStream in = open()) {
            if (isHar(in)) {
                new HarReader(name(), addresses, Set.of()).read(in, next);
            } else {
                new JsonLinesReader(name(), addresses, Set.of()).read(in, next);
            }
        }
    }

    private <T> RecordingEnd read(Set<Part> leftOut, Function<RecordedExchange, T> look, Consumer<T> next)
            throws IOException {
        try (InputStream in = open()) {
            return isHar(in)
                    ? ReadAhead.of(each -> new HarReader(name(), addresses, leftOut).read(in, each), look, next)
                    : lines(in, leftOut, look, next);
        }
    }

    private <T> RecordingEnd lines(
            InputStream in, Set<Part> leftOut, Function<RecordedExchange, T> look, Consumer<T> next)
            throws IOException {
        RecordingEnd end =
                ReadAhead.of(each -> new JsonLinesReader(name(), addresses, leftOut).read(in, each), look, next);
        if (end.entries() == 0) {
            throw new UnreadableRecording(file + " holds no exchange: it is neither HAR nor lines of JSON with a"
                    + " request and an answer each; export the traffic as HAR 1.2");
        }
        return end;
    }

    private String name() {
        return String.valueOf(file.getFileName());
    }

    private InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), LOOKED_AT);
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return packed ? new BufferedInputStream(new GZIPInputStream(in), LOOKED_AT) : in;
    }

    /** A HAR file is one object whose first member is its log. */
    private static boolean isHar(InputStream in) throws IOException {
        in.mark(LOOKED_AT);
        byte[] start = in.readNBytes(LOOKED_AT - 1);
        in.reset();
        try (JsonParser parser = HarReader.MAPPER.createParser(start)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    && parser.nextToken() == JsonToken.PROPERTY_NAME
                    && "log".equals(parser.currentName());
        } catch (JacksonException notJson) {
            return false;
        }
    }
}
