package io.chargeproof.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Collects the bytes of a body up to a limit; not for several threads at once. */
public final class BoundedBytes {
    private static final int CHUNK = 8192;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int limit;
    private boolean full;

    /** Nothing yet, and room for this many bytes. */
    public BoundedBytes(int limit) {
        this.limit = limit;
    }

    /** Keeps what there is room for; says whether that was all. */
    public boolean add(ByteBuffer buffer) {
        byte[] taken = new byte[Math.min(buffer.remaining(), limit - kept.size())];
        buffer.get(taken);
        kept.writeBytes(taken);
        full |= buffer.hasRemaining();
        return !full;
    }

    /** Reads to the end, or until there are more bytes than there is room for. */
    public void readFrom(InputStream source) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int read = source.read(chunk); read >= 0; read = source.read(chunk)) {
            if (!add(ByteBuffer.wrap(chunk, 0, read))) {
                return;
            }
        }
    }

    /** Whether there were more bytes than there was room for. */
    public boolean isFull() {
        return full;
    }

    /** The bytes that were kept. */
    public Body body() {
        return Body.of(kept.toByteArray());
    }
}
