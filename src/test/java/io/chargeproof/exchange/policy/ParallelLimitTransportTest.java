package io.chargeproof.exchange.policy;

import static io.chargeproof.exchange.policy.Scripted.SAFE;
import static io.chargeproof.exchange.policy.Scripted.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.exchange.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParallelLimitTransportTest {
    private static final int SENDERS = 8;

    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();

    @AfterEach
    void stop() {
        senders.shutdownNow();
    }

    @Test
    void lets_as_many_be_under_way_as_a_target_takes() throws Exception {
        Transport limited = new ParallelLimitTransport(meetingOf(SENDERS, 200));

        assertThat(statuses(sendAll(limited, SAFE))).containsOnly(200).hasSize(SENDERS);
    }

    @Test
    void has_one_under_way_after_one_of_two_was_too_many() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Transport pair = meetingOf(2, 429);
        Transport limited = new ParallelLimitTransport(
                request -> calls.getAndIncrement() < 2 ? pair.send(request) : counted(request));
        CompletableFuture<Exchange> first = CompletableFuture.supplyAsync(() -> limited.send(SAFE), senders);
        assertThat(statuses(List.of(limited.send(SAFE), first.get(1, TimeUnit.MINUTES))))
                .containsOnly(429);

        assertThat(statuses(sendAll(limited, SAFE))).containsOnly(200).hasSize(SENDERS);
        assertThat(mostUnderWay).hasValue(1);
    }

    @Test
    void sends_together_what_is_meant_to_be_sent_together() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Transport meeting = meetingOf(2, 200);
        Transport limited = new ParallelLimitTransport(request ->
                calls.getAndIncrement() == 0 ? new Scripted(status(429)).send(request) : meeting.send(request));
        limited.send(SAFE);
        HttpRequest together = SAFE.withPurpose(SAFE.purpose().with(RequestTrait.TOGETHER));

        CompletableFuture<Exchange> first = CompletableFuture.supplyAsync(() -> limited.send(together), senders);
        Exchange second = limited.send(together);

        assertThat(statuses(List.of(first.get(1, TimeUnit.MINUTES), second))).containsExactly(200, 200);
    }

    /** At a target that takes one request at a time, one of a pair that is sent again would be refused again and again. */
    @Test
    void has_what_is_sent_again_of_a_pair_wait_in_turn() throws Exception {
        HttpRequest together =
                SAFE.withPurpose(SAFE.purpose().with(RequestTrait.TOGETHER).in("a pair no. 1"));
        AtomicInteger calls = new AtomicInteger();
        Transport pair = meetingOf(2, 429);
        Transport limited = new ParallelLimitTransport(
                request -> calls.getAndIncrement() < 4 ? pair.send(request) : counted(request));
        sendBoth(limited, SAFE);
        sendBoth(limited, together);

        List<CompletableFuture<Exchange>> all = new ArrayList<>();
        for (int each = 0; each < SENDERS; each++) {
            HttpRequest request = each % 2 == 0 ? together : SAFE;
            all.add(CompletableFuture.supplyAsync(() -> limited.send(request), senders));
        }
        for (CompletableFuture<Exchange> each : all) {
            assertThat(each.get(1, TimeUnit.MINUTES).status()).contains(200);
        }

        assertThat(mostUnderWay).hasValue(1);
    }

    private void sendBoth(Transport transport, HttpRequest request) throws Exception {
        CompletableFuture<Exchange> other = CompletableFuture.supplyAsync(() -> transport.send(request), senders);
        assertThat(statuses(List.of(transport.send(request), other.get(1, TimeUnit.MINUTES))))
                .containsOnly(429);
    }

    private Exchange counted(HttpRequest request) {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        Thread.yield();
        Exchange exchange = new Scripted(status(200)).send(request);
        underWay.decrementAndGet();
        return exchange;
    }

    /** A target that answers when so many requests are there. */
    private static Transport meetingOf(int many, int status) {
        CyclicBarrier barrier = new CyclicBarrier(many);
        return request -> {
            try {
                barrier.await(1, TimeUnit.MINUTES);
            } catch (Exception e) {
                throw new IllegalStateException("not all were there", e);
            }
            return new Scripted(status(status)).send(request);
        };
    }

    private List<Exchange> sendAll(Transport transport, HttpRequest request) throws Exception {
        List<CompletableFuture<Exchange>> all = new ArrayList<>();
        for (int each = 0; each < SENDERS; each++) {
            all.add(CompletableFuture.supplyAsync(() -> transport.send(request), senders));
        }
        List<Exchange> answers = new ArrayList<>();
        for (CompletableFuture<Exchange> each : all) {
            answers.add(each.get(1, TimeUnit.MINUTES));
        }
        return answers;
    }

    private static List<Integer> statuses(List<Exchange> exchanges) {
        return exchanges.stream().map(each -> each.status().orElseThrow()).toList();
    }
}
