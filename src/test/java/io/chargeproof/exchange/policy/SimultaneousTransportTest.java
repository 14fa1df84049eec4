package io.chargeproof.exchange.policy;

import static io.chargeproof.exchange.policy.Scripted.SAFE;
import static io.chargeproof.exchange.policy.Scripted.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.exchange.Transport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SimultaneousTransportTest {
    private final List<String> left = new CopyOnWriteArrayList<>();
    private final Transport together = new SimultaneousTransport(request -> {
        left.add(request.purpose().group());
        return new Scripted(status(200)).send(request);
    });

    @Test
    void lets_what_stands_alone_pass() {
        together.send(SAFE);

        assertThat(left).containsExactly("");
    }

    @Test
    void holds_the_first_of_a_pair_until_the_other_is_there() {
        CompletableFuture<Exchange> first = CompletableFuture.supplyAsync(() -> together.send(ofPair(1)));
        together.send(ofPair(2).withPurpose(SAFE.purpose()));

        assertThat(left).containsExactly("");

        together.send(ofPair(1));
        first.join();

        assertThat(left).containsExactly("", "a pair no. 1", "a pair no. 1");
    }

    @Test
    void lets_one_of_a_pair_that_is_sent_again_leave_alone() {
        CompletableFuture<Exchange> first = CompletableFuture.supplyAsync(() -> together.send(ofPair(1)));
        together.send(ofPair(1));
        first.join();
        together.send(ofPair(1));

        assertThat(left).hasSize(3);
    }

    private static HttpRequest ofPair(int number) {
        return SAFE.withPurpose(SAFE.purpose().with(RequestTrait.TOGETHER).in("a pair no. " + number));
    }
}
