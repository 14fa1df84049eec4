package io.chargeproof.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a request or of an answer; immutable. A message without a body has an empty one. A run keeps all of them until
 * it is reported, so that a long one is kept packed where that helps.
 */
public final class Body {
    /** No bytes. */
    public static final Body EMPTY = new Body(new byte[0], 0);

    private static final int LONG = 16 << 10;

    private final byte[] kept;
    private final int size;
    private volatile @Nullable Reference<Object> reading;

    private Body(byte[] kept, int size) {
        this.kept = kept;
        this.size = size;
    }

    /** A body of a copy of these bytes. */
    public static Body of(byte[] bytes) {
        if (bytes.length == 0) {
            return EMPTY;
        }
        byte[] packed = bytes.length > LONG ? packed(bytes) : bytes;
        return packed.length < bytes.length / 2
                ? new Body(packed, bytes.length)
                : new Body(bytes.clone(), bytes.length);
    }

    /** A body of this text in UTF-8. */
    public static Body of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return kept.length == size ? kept.clone() : unpacked();
    }

    /** How many bytes there are. */
    public int size() {
        return size;
    }

    /** How many bytes it takes in memory. */
    public int footprint() {
        return kept.length;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** The bytes read as UTF-8, each malformed sequence as U+FFFD: for showing, not for judging. */
    public String text() {
        return new String(kept.length == size ? kept : unpacked(), StandardCharsets.UTF_8);
    }

    /**
     * What a reader makes of the bytes. Many look at one body, so the last reading is remembered as long as memory isn't
     * needed; nobody may change it.
     *
     * @param type what it reads
     * @param reader reads the bytes; the same ones alike
     */
    public <T> T read(Class<T> type, Function<byte[], T> reader) {
        Reference<Object> last = reading;
        Object known = last == null ? null : last.get();
        if (type.isInstance(known)) {
            return type.cast(known);
        }
        T read = reader.apply(bytes());
        reading = new WeakReference<>(read);
        return read;
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(packed)) {
            deflating.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private byte[] unpacked() {
        try (InflaterInputStream inflating = new InflaterInputStream(new ByteArrayInputStream(kept))) {
            return inflating.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is packed alike was alike. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Body that && size == that.size && Arrays.equals(kept, that.kept);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(kept);
    }

    @Override
    public String toString() {
        return text();
    }
}
