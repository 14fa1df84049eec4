package io.chargeproof.traffic.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The order in which exchanges are handed on that are watched while they pass. */
class WatchedTrafficTest {
    private final List<RecordedExchange> handedOn = new ArrayList<>();
    private final WatchedTraffic traffic = new WatchedTraffic("traffic", ApiAddresses.anywhere(), handedOn::add);

    private static WatchedTraffic.Watched create(Headers headers, Body body) {
        return new WatchedTraffic.Watched(
                "POST",
                "https://evc.example.com/api/rest/customer",
                headers,
                body,
                new HttpAnswer(200, Headers.NONE, Body.EMPTY, false),
                Set.of());
    }

    private void end(WatchedTraffic.Ticket ticket) {
        traffic.end(ticket, create(new Headers(List.of(new Headers.Field("a", "b"))), Body.of("{}")));
    }

    private List<String> places() {
        return handedOn.stream().map(RecordedExchange::place).toList();
    }

    @Test
    void hands_exchanges_on_in_the_order_in_which_they_began() {
        WatchedTraffic.Ticket first = traffic.begin();
        WatchedTraffic.Ticket second = traffic.begin();
        end(second);
        assertThat(handedOn).isEmpty();
        end(first);
        assertThat(places()).containsExactly("traffic, exchange 1", "traffic, exchange 2");
        assertThat(handedOn).allMatch(each -> each.knows(Part.TIME));
        assertThat(traffic.end()).isEqualTo(2);
    }

    @Test
    void concludes_nothing_from_the_time_of_one_that_many_would_have_to_wait_for() {
        WatchedTraffic.Ticket endless = traffic.begin();
        for (int other = 0; other < 200; other++) {
            end(traffic.begin());
        }
        assertThat(handedOn).hasSize(72).allMatch(each -> each.knows(Part.TIME));

        end(endless);

        assertThat(handedOn).hasSize(201);
        assertThat(handedOn.stream().filter(each -> !each.knows(Part.TIME)).map(RecordedExchange::place))
                .containsExactly("traffic, exchange 1");
    }

    @Test
    void waits_for_what_is_about_to_end_and_passes_over_what_ends_after_that() throws InterruptedException {
        WatchedTraffic.Ticket soon = traffic.begin();
        WatchedTraffic.Ticket never = traffic.begin();
        Thread ending = new Thread(() -> end(soon));
        ending.start();

        assertThat(traffic.end()).isEqualTo(1);
        ending.join();
        end(never);

        assertThat(places()).containsExactly("traffic, exchange 1");
    }

    @Test
    void passes_over_what_is_of_no_api_and_says_what_cannot_be_read() {
        traffic.end(
                traffic.begin(),
                new WatchedTraffic.Watched(
                        "GET",
                        "https://evc.example.com/health",
                        Headers.NONE,
                        Body.EMPTY,
                        new HttpAnswer(200, Headers.NONE, Body.EMPTY, false),
                        Set.of()));
        Headers packed = new Headers(List.of(new Headers.Field("Content-Encoding", "br")));
        traffic.end(traffic.begin(), create(packed, Body.of("?")));
        traffic.end(traffic.begin(), create(packed, Body.EMPTY));

        assertThat(traffic.end()).isEqualTo(3);
        assertThat(handedOn).extracting(each -> each.knows(Part.REQUEST_BODY)).containsExactly(false, true);
    }
}
