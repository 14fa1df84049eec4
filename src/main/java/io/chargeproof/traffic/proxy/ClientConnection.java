package io.chargeproof.traffic.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.Origin;
import io.chargeproof.traffic.recording.WatchedTraffic;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;

/** One connection of a client, and the connections to targets that its requests need. */
final class ClientConnection {
    private static final int IDLE_MILLISECONDS = 60_000;
    private static final int LINGER_MILLISECONDS = 1_000;
    private static final int MOST_DISCARDED = 64 << 20;
    private static final int BAD_REQUEST = 400;
    private static final int MISDIRECTED = 421;
    private static final int NOT_FOUND = 404;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final ProxySetting setting;
    private final WatchedTraffic traffic;
    private final ExecutorService threads;
    private final AtomicLong room;
    private final SSLContext tls;
    private final Map<Origin, TargetConnection> resting = new HashMap<>();

    ClientConnection(
            Socket socket,
            ProxySetting setting,
            WatchedTraffic traffic,
            ExecutorService threads,
            AtomicLong room,
            SSLContext tls)
            throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = new ToClient(socket.getOutputStream());
        this.setting = setting;
        this.traffic = traffic;
        this.threads = threads;
        this.room = room;
        this.tls = tls;
    }

    /** Serves one request after the other, until either side has enough. */
    void serve() throws IOException {
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MILLISECONDS);
            boolean more = true;
            while (more) {
                more = next();
            }
            linger();
        } finally {
            resting.values().forEach(TargetConnection::close);
        }
    }

    private boolean next() throws IOException {
        Optional<MessageHead> head;
        try {
            head = MessageHead.read(in);
        } catch (MalformedMessage malformed) {
            return refuse(new RefusedRequest(BAD_REQUEST, "this request can't be read: " + malformed.getMessage()));
        } catch (SocketTimeoutException idle) {
            return false;
        }
        if (head.isEmpty()) {
            return false;
        }
        try {
            return passage(head.get()).pass();
        } catch (RefusedRequest refused) {
            return refuse(refused);
        } catch (MalformedMessage malformed) {
            return refuse(new RefusedRequest(BAD_REQUEST, "this request can't be read: " + malformed.getMessage()));
        }
    }

    private Passage passage(MessageHead head) throws RefusedRequest, MalformedMessage {
        MessageHead.RequestLine line = head.requestLine();
        String path = path(line.target(), head.values("Host"));
        URI target = setting.routes()
                .target(path.split("[?#]", 2)[0])
                .orElseThrow(() -> new RefusedRequest(
                        NOT_FOUND, "'" + path + "' is below neither of the addresses that this proxy printed"));
        return new Passage(this, head, line, path, target, Framing.ofRequest(head));
    }

    private String path(String target, List<String> hosts) throws RefusedRequest {
        boolean whole = target.regionMatches(true, 0, "http://", 0, 7);
        String rest = whole ? target.substring(7) : target;
        int slash = rest.indexOf('/');
        String authority = whole ? rest.substring(0, slash < 0 ? rest.length() : slash) : null;
        if (!setting.routes().isOwn(authority)
                || hosts.stream().anyMatch(host -> !setting.routes().isOwn(host))) {
            throw new RefusedRequest(
                    MISDIRECTED, "this proxy passes on to the targets of its profile alone; address it as 127.0.0.1");
        }
        if (slash < 0 || (!whole && slash > 0)) {
            throw new RefusedRequest(
                    BAD_REQUEST, "this is no proxy to tunnel through; give the client the address that it printed");
        }
        return rest.substring(slash);
    }

    /** Gives the client a sentence in place of an answer; whether the connection goes on. */
    boolean refuse(RefusedRequest refused) throws IOException {
        setting.notes().accept("not passed on: " + refused.sentence());
        say(refused.status(), refused.sentence());
        return false;
    }

    /** An answer that is none of a target's. */
    void say(int status, String sentence) throws IOException {
        byte[] body = ("chargeproof: " + sentence + "\n").getBytes(UTF_8);
        out.write(MessageHead.bytes(
                "HTTP/1.1 " + status + " Not From The Target",
                List.of(
                        new Headers.Field("Content-Type", "text/plain; charset=utf-8"),
                        new Headers.Field("Content-Length", Integer.toString(body.length)),
                        new Headers.Field("Connection", "close"))));
        out.write(body);
        out.flush();
    }

    /** Reads what still comes, or a connection that is closed at once could take the answer with it. */
    private void linger() throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(LINGER_MILLISECONDS);
        byte[] buffer = new byte[8192];
        long end = System.nanoTime() + 2_000_000L * LINGER_MILLISECONDS;
        int total = 0;
        for (int read = in.read(buffer); read >= 0 && total < MOST_DISCARDED; read = in.read(buffer)) {
            total += read;
            if (System.nanoTime() > end) {
                return;
            }
        }
    }

    /** A connection to the target of a request: one that rests, or a new one. */
    TargetConnection connection(Origin origin) throws IOException {
        TargetConnection last = resting.remove(origin);
        if (last != null && last.isUsable()) {
            return last;
        }
        if (last != null) {
            last.close();
        }
        return TargetConnection.open(origin, setting.settings(), tls);
    }

    /** Keeps a connection for the next request. */
    void rest(Origin origin, TargetConnection connection) {
        connection.rests();
        resting.put(origin, connection);
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    ProxySetting setting() {
        return setting;
    }

    WatchedTraffic traffic() {
        return traffic;
    }

    ExecutorService threads() {
        return threads;
    }

    Capture capture() {
        return new Capture(room);
    }

    /** The way to the client; what fails on it is the client's doing. */
    private static final class ToClient extends OutputStream {
        private final OutputStream out;

        ToClient(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int letter) throws IOException {
            write(new byte[] {(byte) letter}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            try {
                out.write(bytes, from, count);
            } catch (IOException gone) {
                throw new ClientGone(gone);
            }
        }
    }
}
