package io.chargeproof.exchange.jdk;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.BoundedBytes;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a limit; what is longer costs the connection, not the memory. */
final class BoundedSubscriber implements BodySubscriber<Body> {
    private final CompletableFuture<Body> whole = new CompletableFuture<>();
    private final BoundedBytes bytes;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean cut;

    BoundedSubscriber(int limit) {
        this.bytes = new BoundedBytes(limit);
    }

    /** Whether the body was longer than the limit; known once the body is. */
    boolean isCut() {
        return cut;
    }

    /** Ends the reading, wherever it stands, and the connection with it. */
    void drop() {
        Flow.Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
    }

    @Override
    public CompletionStage<Body> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (!cut && !bytes.add(buffer)) {
                cut = true;
                drop();
                whole.complete(bytes.body());
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        whole.complete(bytes.body());
    }
}
