package io.chargeproof.traffic.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.api.evcnet.EvcNetModule;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.traffic.seeded.ClientSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Reading in a thread of its own: nothing is lost or swapped, and neither side waits for one that has ended. */
class ReadAheadTest {
    private static final Exchange EXCHANGE = new ClientSession()
            .add(ClientSession.creation(), 200, ClientSession.CREATED)
            .exchanges()
            .get(0);
    private static final RecordingEnd END = new RecordingEnd(3, 2, List.of("a remark"), List.of());

    private final List<Long> seen = new ArrayList<>();

    @Test
    void hands_on_all_in_their_order_and_then_what_there_is_to_say() throws IOException {
        RecordingEnd end = ReadAhead.of(
                next -> {
                    LongStream.rangeClosed(1, 100).forEach(number -> next.accept(exchange(number)));
                    return END;
                },
                each -> each.exchange().number(),
                seen::add);

        assertThat(end).isEqualTo(END);
        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void throws_here_what_the_reader_throws_once_what_it_read_is_seen() {
        assertThatThrownBy(() -> ReadAhead.of(
                        next -> {
                            next.accept(exchange(1));
                            throw new IOException("the disk is gone");
                        },
                        each -> each.exchange().number(),
                        seen::add))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
        assertThatThrownBy(() -> ReadAhead.of(
                        next -> {
                            throw new UnreadableRecording("no recording");
                        },
                        each -> each.exchange().number(),
                        seen::add))
                .isInstanceOf(UnreadableRecording.class)
                .hasMessage("no recording");
        assertThat(seen).containsExactly(1L);
    }

    @Test
    void looks_at_several_at_once_and_hands_on_none_before_its_turn() throws IOException {
        CountDownLatch later = new CountDownLatch(1);

        ReadAhead.of(
                next -> {
                    LongStream.rangeClosed(1, 100).forEach(number -> next.accept(exchange(number)));
                    return END;
                },
                each -> {
                    long number = each.exchange().number();
                    if (number == 1) {
                        await(later);
                    } else if (number == 50) {
                        later.countDown();
                    }
                    return number;
                },
                seen::add);

        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void throws_here_what_a_look_throws_once_what_came_before_is_seen() {
        assertThatThrownBy(() -> ReadAhead.of(
                        next -> {
                            LongStream.rangeClosed(1, 100).forEach(number -> next.accept(exchange(number)));
                            return END;
                        },
                        each -> {
                            if (each.exchange().number() == 40) {
                                throw new IllegalStateException("it can't be looked at");
                            }
                            return each.exchange().number();
                        },
                        seen::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("it can't be looked at");
        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 32).boxed().toList());
    }

    @Test
    void a_reader_ends_where_nobody_takes_what_it_reads() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);

        assertThatThrownBy(() -> ReadAhead.of(
                        next -> {
                            try {
                                for (long number = 1; ; number++) {
                                    next.accept(exchange(number));
                                }
                            } finally {
                                ended.countDown();
                            }
                        },
                        each -> each,
                        each -> {
                            throw new IllegalStateException("it can't be judged");
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("it can't be judged");
        assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static RecordedExchange exchange(long number) {
        return RecordedExchange.of("place", EvcNetModule.API, EXCHANGE.withNumber(number), Set.of());
    }
}
