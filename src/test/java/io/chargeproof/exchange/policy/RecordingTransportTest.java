package io.chargeproof.exchange.policy;

import static io.chargeproof.exchange.policy.Scripted.SAFE;
import static io.chargeproof.exchange.policy.Scripted.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecordingTransportTest {
    @Test
    void numbers_exchanges_from_1_and_hands_them_on_in_order_whoever_sends_them() throws Exception {
        List<Exchange> heard = new ArrayList<>();
        ExchangeLog log = new ExchangeLog(heard::add);
        RecordingTransport recording = new RecordingTransport(new Scripted(status(200)), log);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<Exchange>> pending = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            pending.add(threads.submit(() -> recording.send(SAFE)));
        }
        List<Exchange> returned = new ArrayList<>();
        for (Future<Exchange> each : pending) {
            returned.add(each.get());
        }
        threads.shutdown();

        assertThat(log.exchanges()).extracting(Exchange::number).isEqualTo(numbers(500));
        assertThat(heard).isEqualTo(log.exchanges());
        assertThat(returned).containsExactlyInAnyOrderElementsOf(log.exchanges());
    }

    @Test
    void numbers_earlier_attempts_before_the_last() {
        ExchangeLog log = new ExchangeLog();
        Exchange first = new Scripted(status(503)).send(SAFE);
        RecordingTransport recording = new RecordingTransport(
                request -> new Scripted(status(200)).send(request).withEarlier(List.of(first)), log);

        Exchange last = recording.send(SAFE);

        assertThat(last.number()).isEqualTo(2);
        assertThat(last.earlier()).extracting(Exchange::number).containsExactly(1L);
        assertThat(log.exchanges()).extracting(Exchange::outcomeInWords).containsExactly("HTTP 503", "HTTP 200");
    }

    private static List<Long> numbers(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }
}
