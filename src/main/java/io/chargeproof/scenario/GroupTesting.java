package io.chargeproof.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tries a value in many members at once, and in fewer of them where that fails, until one member is left that fails alone. A
 * refusal of all may hide what one of them would get, so that it is tried in fewer then, too: in one after another, each value
 * in another, or in halves down to those that are refused, which are left out from then on.
 */
public final class GroupTesting {
    /** So many members that fail with the same value are looked for. */
    private static final int MOST_FOUND = 3;

    private final Set<String> refused = new HashSet<>();
    private int spare;
    private int alone;
    private int next;

    /**
     * A way to try values in members.
     *
     * @param spare how many requests may be spent in all to find the members that a refusal is about
     * @param alone how many refusals of all are followed by a request in which one member has the value
     */
    public GroupTesting(int spare, int alone) {
        this.spare = spare;
        this.alone = alone;
    }

    /** A value that is tried. */
    public interface Trial {
        /** Sends it in these members; nothing if that may not be. */
        Optional<SentRequest> send(List<String> members);

        /** Whether an answer shows a fault whatever the value is. */
        boolean isBroken(SentRequest sent);

        /** Whether an answer says that the value isn't taken. */
        boolean isRefused(SentRequest sent);

        /** Takes a request that is to be judged. */
        void keep(List<String> members, SentRequest sent);
    }

    /** Tries a value that any member may refuse. */
    public void inAny(List<String> members, Trial trial) {
        in(members, trial, false);
    }

    /** Tries a value that most of the members should take. */
    public void inMost(List<String> members, Trial trial) {
        in(members.stream().filter(member -> !refused.contains(member)).toList(), trial, true);
    }

    private void in(List<String> members, Trial trial, boolean apart) {
        List<String> left = members;
        for (int found = 0; found < MOST_FOUND && !left.isEmpty(); found++) {
            Optional<SentRequest> all = trial.send(left);
            if (all.isEmpty()) {
                return;
            }
            if (!trial.isBroken(all.get())) {
                settle(left, all.get(), trial, apart);
                return;
            }
            List<String> failing = reduced(left, all.get(), trial);
            left = left.stream().filter(member -> !failing.contains(member)).toList();
        }
    }

    private void settle(List<String> members, SentRequest sent, Trial trial, boolean apart) {
        trial.keep(members, sent);
        if (!trial.isRefused(sent)) {
            return;
        }
        if (members.size() == 1) {
            refused.addAll(members);
        } else if (apart && spare > 0) {
            halves(members).forEach(half -> again(half, trial, true));
        } else if (alone > 0) {
            alone--;
            again(List.of(members.get(next++ % members.size())), trial, false);
        }
    }

    private void again(List<String> members, Trial trial, boolean apart) {
        spare -= apart ? 1 : 0;
        trial.send(members).ifPresent(sent -> {
            if (trial.isBroken(sent)) {
                reduced(members, sent, trial);
            } else if (apart) {
                settle(members, sent, trial, true);
            } else {
                trial.keep(members, sent);
            }
        });
    }

    /** The fewest members found that still fail; their request is kept, and those on the way that didn't fail. */
    private List<String> reduced(List<String> members, SentRequest failed, Trial trial) {
        if (members.size() > 1) {
            for (List<String> half : halves(members)) {
                Optional<SentRequest> sent = trial.send(half);
                if (sent.isPresent() && trial.isBroken(sent.get())) {
                    return reduced(half, sent.get(), trial);
                }
                sent.ifPresent(each -> trial.keep(half, each));
            }
        }
        trial.keep(members, failed);
        return members;
    }

    private static List<List<String>> halves(List<String> members) {
        int middle = (members.size() + 1) / 2;
        return List.of(
                new ArrayList<>(members.subList(0, middle)), new ArrayList<>(members.subList(middle, members.size())));
    }
}
