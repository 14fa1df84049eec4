package io.chargeproof.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tries a value in many members at once, and in fewer of them where that fails, until one member is left that fails alone. A
 * refusal of all may hide what one of them would get. So members that refuse are found, by what the answer says or in halves,
 * and left out from then on, so that the others are seen behind them; those left out take turns to have a value alone. Values
 * that a target treats alike go through one object of this class.
 */
public final class GroupTesting {
    /** So many members that fail with the same value are looked for. */
    private static final int MOST_FOUND = 3;

    private final Set<String> refused = new HashSet<>();
    private final Set<String> checked;
    private final Set<String> doubted;
    private int spare;
    private int alone;
    private int next;

    /**
     * A way to try values in members.
     *
     * @param spare how many requests may be spent in all to find the members that a refusal is about
     * @param alone how many values go into one member alone, where a member refuses
     * @param checked members that likely refuse what others take: they have a value apart from the others, until they took one
     */
    public GroupTesting(int spare, int alone, Set<String> checked) {
        this.spare = spare;
        this.alone = alone;
        this.checked = Set.copyOf(checked);
        this.doubted = new HashSet<>(checked);
    }

    /** A value that is tried. */
    public interface Trial {
        /** Sends it in these members; nothing if that may not be. */
        Optional<SentRequest> send(List<String> members);

        /** Whether an answer shows a fault whatever the value is. */
        boolean isBroken(SentRequest sent);

        /** Whether an answer says that the value isn't taken. */
        boolean isRefused(SentRequest sent);

        /** Those of the members that the answer of a refusal speaks of; none where it doesn't say. */
        default List<String> named(List<String> members, SentRequest refusal) {
            return List.of();
        }

        /** Takes a request that is to be judged. */
        void keep(List<String> members, SentRequest sent);
    }

    /** Tries a value that any member may refuse. */
    public void inAny(List<String> members, Trial trial) {
        in(members, trial, false);
    }

    /** Tries a value that many of the members should take, so that it pays to look for those that don't. */
    public void inMost(List<String> members, Trial trial) {
        in(members, trial, true);
    }

    private void in(List<String> members, Trial trial, boolean searched) {
        List<String> left = without(refused, members);
        List<String> sure = without(doubted, left);
        boolean refusal = left.size() < members.size();
        refusal |= isRefused(sure, trial, searched);
        refusal |= isRefused(without(Set.copyOf(sure), left), trial, searched);
        if (refusal && alone > 0) {
            alone--;
            send(List.of(nextOf(members)), trial, false);
        }
    }

    private static List<String> without(Set<String> some, List<String> members) {
        return members.stream().filter(member -> !some.contains(member)).toList();
    }

    /** Sends the value in all of these, and in fewer as far as that fails; whether those that don't fail refuse it. */
    private boolean isRefused(List<String> members, Trial trial, boolean searched) {
        List<String> left = members;
        for (int found = 0; found < MOST_FOUND && !left.isEmpty(); found++) {
            Optional<SentRequest> all = trial.send(left);
            if (all.isEmpty()) {
                return false;
            }
            if (!trial.isBroken(all.get())) {
                settle(left, all.get(), trial, searched);
                return trial.isRefused(all.get());
            }
            left = without(Set.copyOf(reduced(left, all.get(), trial)), left);
        }
        return false;
    }

    /** The next of those that refuse, or of all where none is known. */
    private String nextOf(List<String> members) {
        List<String> refusing = members.stream().filter(refused::contains).toList();
        List<String> candidates = refusing.isEmpty() ? members : refusing;
        return candidates.get(next++ % candidates.size());
    }

    private void settle(List<String> members, SentRequest sent, Trial trial, boolean searched) {
        trial.keep(members, sent);
        if (!trial.isRefused(sent)) {
            if (searched) {
                doubted.removeAll(members);
            }
            return;
        }
        List<String> named = members.size() == 1 ? members : trial.named(members, sent);
        refused.addAll(named);
        if (spare <= 0) {
            apart(members, trial);
        } else if (!named.isEmpty()) {
            lookOn(without(Set.copyOf(named), members), trial, searched);
        } else if (searched) {
            halves(members).forEach(half -> lookOn(half, trial, true));
        }
    }

    /** Where no more may be spent on looking for those that refuse, those that likely do are apart from then on. */
    private void apart(List<String> members, Trial trial) {
        List<String> others = without(checked, members);
        if (!others.isEmpty() && others.size() < members.size()) {
            doubted.addAll(checked);
            send(others, trial, false);
        }
    }

    private void lookOn(List<String> members, Trial trial, boolean searched) {
        if (!members.isEmpty() && spare > 0) {
            spare--;
            send(members, trial, searched);
        }
    }

    private void send(List<String> members, Trial trial, boolean searched) {
        trial.send(members).ifPresent(sent -> {
            if (trial.isBroken(sent)) {
                reduced(members, sent, trial);
            } else {
                settle(members, sent, trial, searched);
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
