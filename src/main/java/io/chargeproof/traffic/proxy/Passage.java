package io.chargeproof.traffic.proxy;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Failure;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Origin;
import io.chargeproof.exchange.RawAnswer;
import io.chargeproof.exchange.Reply;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.WatchedTraffic;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One request on its way to the target, and the answer on its way back, both at the same time. */
final class Passage {
    private static final int FINAL = 200;
    private static final int BAD_GATEWAY = 502;
    private static final int FORBIDDEN = 403;
    private static final long MOMENT_MILLISECONDS = 1_000;
    private static final long FRACTION_MILLISECONDS = 100;
    /** So much is read of a request that has to be looked at before it may pass. */
    private static final int LONGEST_LOOKED_AT = 1 << 20;

    private final ClientConnection client;
    private final MessageHead head;
    private final MessageHead.RequestLine line;
    private final String path;
    private final URI target;
    private final Framing framing;
    private final Capture sent;
    private final Capture came;
    private Reply reply = new NoAnswer(NoAnswer.Cause.RESET, "the client hung up");
    private boolean answerEnds;

    Passage(
            ClientConnection client,
            MessageHead head,
            MessageHead.RequestLine line,
            String path,
            URI target,
            Framing framing) {
        this.client = client;
        this.head = head;
        this.line = line;
        this.path = path;
        this.target = target;
        this.framing = framing;
        this.sent = client.capture();
        this.came = client.capture();
    }

    /** Passes the request on and the answer back; whether the client's connection can go on. */
    boolean pass() throws IOException, RefusedRequest {
        WatchedTraffic.Ticket ticket = client.traffic().begin();
        try (sent;
                came) {
            try {
                return client.setting().readOnly() ? passHarmless() : pass(client.in(), framing, head.endToEnd());
            } finally {
                client.traffic().end(ticket, watched());
            }
        }
    }

    /** Reads the whole request before any of it passes, and lets it pass only if it changes nothing. */
    private boolean passHarmless() throws IOException, RefusedRequest {
        List<Headers.Field> fields = new ArrayList<>(head.endToEnd());
        if (fields.removeIf(field -> field.name().equalsIgnoreCase("Expect"))) {
            client.out().write(MessageHead.bytes("HTTP/1.1 100 Continue", List.of()));
            client.out().flush();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Capture looked = client.capture()) {
            new BodyRelay(fromClient(), new BoundedOutput(bytes), looked).pass(framing);
            if (!looked.isKnown() || looked.isCut() || !isHarmless(fields, looked.body())) {
                reply = new NoAnswer(NoAnswer.Cause.WITHHELD, "the target may only be read; nothing was sent");
                throw new RefusedRequest(
                        FORBIDDEN,
                        target.getHost() + " may only be read, and this request may change something; --allow-writes "
                                + target.getHost() + " lets it pass");
            }
        }
        return pass(new ByteArrayInputStream(bytes.toByteArray()), framing, fields);
    }

    private boolean isHarmless(List<Headers.Field> fields, Body body) {
        return method() != null
                && client.setting()
                        .isHarmless()
                        .test(new HttpRequest(
                                method(),
                                URI.create(url()),
                                new Headers(fields),
                                body,
                                RequestPurpose.of("", ""),
                                Idempotency.SAFE));
    }

    private @Nullable HttpMethod method() {
        for (HttpMethod each : HttpMethod.values()) {
            if (each.name().equals(line.method())) {
                return each;
            }
        }
        return null;
    }

    private String url() {
        return target.getScheme() + "://" + target.getRawAuthority() + path;
    }

    private boolean pass(InputStream body, Framing sentBy, List<Headers.Field> fields) throws IOException {
        Origin origin = Origin.of(target);
        TargetConnection connection;
        try {
            connection = client.connection(origin);
        } catch (IOException | IllegalArgumentException unreachable) {
            return unanswered(Failure.of(asInputOutput(unreachable)));
        }
        boolean rests = false;
        try {
            Future<?> upload = upload(connection, body, sentBy, fields);
            rests = answer(connection, upload);
            return rests && !head.connection("close") && line.minor() > 0;
        } finally {
            if (rests && !answerEnds) {
                client.rest(origin, connection);
            } else {
                connection.close();
            }
        }
    }

    private static IOException asInputOutput(Exception unreachable) {
        return unreachable instanceof IOException failed ? failed : new IOException(unreachable.getMessage());
    }

    /** Sends the request beside the answer's coming, as a target may answer before it has read all. */
    private Future<?> upload(
            TargetConnection connection, InputStream body, Framing sentBy, List<Headers.Field> fields) {
        return client.threads().submit(() -> {
            try {
                OutputStream out = connection.out();
                out.write(
                        MessageHead.bytes(line.method() + " " + asked() + " HTTP/1." + line.minor(), outgoing(fields)));
                out.flush();
                InputStream from = body == client.in() ? fromClient() : body;
                new BodyRelay(from, out, sent).pass(sentBy);
                return null;
            } catch (ClientGone | MalformedMessage gone) {
                // Who waits for an answer now would wait in vain.
                connection.close();
                throw gone;
            }
        });
    }

    /** A proxy between us and a target without TLS wants to know where a request is to go. */
    private String asked() {
        boolean plainProxy = client.setting().settings().proxy() != null && "http".equalsIgnoreCase(target.getScheme());
        return plainProxy ? url() : path;
    }

    private List<Headers.Field> outgoing(List<Headers.Field> fields) {
        List<Headers.Field> outgoing = new ArrayList<>(List.of(new Headers.Field("Host", target.getRawAuthority())));
        fields.stream().filter(field -> !field.name().equalsIgnoreCase("Host")).forEach(outgoing::add);
        return outgoing;
    }

    private InputStream fromClient() {
        return new FromClient(client.in());
    }

    /** Passes the answer back; whether both connections can go on. */
    private boolean answer(TargetConnection connection, Future<?> upload) throws IOException {
        MessageHead answer;
        Framing cameBy;
        try {
            answer = finalHead(connection);
            cameBy = Framing.ofAnswer(answer, line.method());
        } catch (ClientGone gone) {
            throw gone;
        } catch (IOException none) {
            throwIfClientGone(upload);
            return unanswered(reason(none));
        }
        boolean ends = cameBy instanceof Framing.UntilEnd;
        answerEnds = ends || answer.connection("close") || answer.start().startsWith("HTTP/1.0");
        writeHead(answer, ends);
        try {
            new BodyRelay(connection.in(), client.out(), came).pass(cameBy);
        } catch (ClientGone gone) {
            reply = read(answer);
            throw gone;
        } catch (IOException broken) {
            throwIfClientGone(upload);
            reply = Failure.of(broken);
            client.setting().notes().accept("the answer to " + line.method() + " " + path + " ended early: " + words());
            return false;
        }
        reply = read(answer);
        return isOver(upload) && !ends;
    }

    private void writeHead(MessageHead answer, boolean ends) throws IOException {
        List<Headers.Field> fields = new ArrayList<>(answer.endToEnd());
        if (!answer.values("Transfer-Encoding").isEmpty()) {
            fields.removeIf(field -> field.name().equalsIgnoreCase("Content-Length"));
        }
        if (ends || head.connection("close") || line.minor() == 0) {
            fields.add(new Headers.Field("Connection", "close"));
        }
        client.out().write(MessageHead.bytes(answer.start(), fields));
        client.out().flush();
    }

    /** Passes interim answers on, such as 100, until the one comes that counts. */
    private MessageHead finalHead(TargetConnection connection) throws IOException {
        while (true) {
            MessageHead next = MessageHead.read(connection.in())
                    .orElseThrow(() -> new IOException("the target ended the connection"));
            if (next.status() >= FINAL) {
                return next;
            }
            client.out().write(MessageHead.bytes(next.start(), next.endToEnd()));
            client.out().flush();
        }
    }

    private NoAnswer reason(IOException none) {
        if (none instanceof MalformedMessage malformed) {
            return new NoAnswer(NoAnswer.Cause.NOT_HTTP, "what came isn't HTTP: " + malformed.getMessage());
        }
        return none instanceof SocketTimeoutException
                ? Failure.timeout(client.setting().settings().timeout())
                : Failure.of(none);
    }

    /** Tells the client that there is no answer; its connection ends, as who knows how much of its request was read. */
    private boolean unanswered(NoAnswer none) throws IOException {
        reply = none;
        String where = target.getScheme() + "://" + target.getRawAuthority();
        client.setting()
                .notes()
                .accept("no answer from " + where + " to " + line.method() + " " + path + ": " + words());
        client.say(BAD_GATEWAY, where + " gave no answer to this request (" + none.detail() + ")");
        return false;
    }

    private String words() {
        return reply instanceof NoAnswer none ? none.detail() : "";
    }

    /** A target that ended the connection because the client had done so isn't to blame. */
    private static void throwIfClientGone(Future<?> upload) throws ClientGone {
        try {
            upload.get(FRACTION_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ClientGone gone) {
                throw gone;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException underWay) {
            // The client is still there.
        }
    }

    /** Whether the request was read to its end, if not at once. */
    private static boolean isOver(Future<?> upload) {
        try {
            upload.get(MOMENT_MILLISECONDS, TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException unread) {
            return false;
        }
    }

    private Reply read(MessageHead answer) throws MalformedMessage {
        return new RawAnswer(answer.status(), new Headers(answer.endToEnd()), came.body(), came.isCut())
                .under(client.setting().settings());
    }

    private WatchedTraffic.Watched watched() {
        Set<Part> missing = EnumSet.noneOf(Part.class);
        if (!(reply instanceof NoAnswer) && !came.isKnown()) {
            missing.add(Part.ANSWER_BODY);
        }
        List<Headers.Field> fields = head.endToEnd().stream()
                .filter(field -> !field.name().equalsIgnoreCase("Host"))
                .toList();
        boolean known = sent.isKnown() && !sent.isCut();
        return new WatchedTraffic.Watched(
                line.method(), url(), new Headers(fields), known ? sent.body() : null, reply, missing);
    }

    /** The way from the client; what fails on it is the client's doing. */
    private static final class FromClient extends InputStream {
        private final InputStream in;

        FromClient(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            try {
                int read = in.read(bytes, from, count);
                if (read < 0) {
                    throw new ClientGone(new IOException("the request ended early"));
                }
                return read;
            } catch (ClientGone gone) {
                throw gone;
            } catch (IOException gone) {
                throw new ClientGone(gone);
            }
        }
    }

    /** Keeps what is looked at, up to a limit; the rest is read and forgotten. */
    private static final class BoundedOutput extends OutputStream {
        private final ByteArrayOutputStream kept;

        BoundedOutput(ByteArrayOutputStream kept) {
            this.kept = kept;
        }

        @Override
        public void write(int letter) {
            if (kept.size() < 2 * LONGEST_LOOKED_AT) {
                kept.write(letter);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            if (kept.size() < 2 * LONGEST_LOOKED_AT) {
                kept.write(bytes, from, count);
            }
        }
    }
}
