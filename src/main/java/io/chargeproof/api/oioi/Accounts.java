package io.chargeproof.api.oioi;

import io.chargeproof.profile.Secret;
import io.chargeproof.teststate.UserSnapshot;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a run knows of its users' accounts: their own details, whose marks they bear, and whom the run has changed. */
public final class Accounts {
    private final OioiTarget target;
    private final RunMark mark;
    private final boolean shared;
    private final boolean readOnly;
    private final Consumer<UserSnapshot> custody;
    private final Map<Role, ObjectNode> own = new EnumMap<>(Role.class);
    private final Map<Role, ObjectNode> left = new EnumMap<>(Role.class);
    private final Set<Role> changed = EnumSet.noneOf(Role.class);
    private final Set<Role> doubted = EnumSet.noneOf(Role.class);
    private final Set<Role> taken = EnumSet.noneOf(Role.class);
    private final Set<String> known = new HashSet<>();
    private final Map<Role, Secret> tokens = new ConcurrentHashMap<>();
    private final Map<String, String> given = new ConcurrentHashMap<>();
    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private boolean putBack;

    /**
     * The accounts of a run.
     *
     * @param run the run's ID, which marks what it posts
     * @param shared whether others may use the accounts at the same time
     * @param readOnly whether the run changes nobody
     * @param custody who keeps what a user's own details are
     */
    public Accounts(OioiTarget target, String run, boolean shared, boolean readOnly, Consumer<UserSnapshot> custody) {
        this.target = target;
        this.mark = new RunMark(run);
        this.shared = shared;
        this.readOnly = readOnly;
        this.custody = custody;
        known.add(run);
    }

    /** Accounts of nobody but the caller, who takes no custody of them. */
    public static Accounts unshared(OioiTarget target) {
        return new Accounts(target, "0", false, false, kept -> {});
    }

    /** Whether others may use them at the same time. */
    public boolean areShared() {
        return shared;
    }

    RunMark mark() {
        return mark;
    }

    /** The user of a role, if the profile has one. */
    public @Nullable TestUser user(Role role) {
        TestUser user = described(role);
        Secret token = tokens.get(role);
        return user == null || token == null ? user : user.withToken(token);
    }

    /** What the profile says of the user of a role. */
    private @Nullable TestUser described(Role role) {
        return switch (role) {
            case PRIMARY -> target.primary();
            case SECONDARY -> target.secondary();
            case SPARSE -> target.sparse();
        };
    }

    /** The target with the tokens that its users have by now. */
    OioiTarget target() {
        return target.withUsers(user -> Stream.of(Role.values())
                .filter(role -> user.equals(described(role)))
                .findFirst()
                .map(this::user)
                .orElse(user));
    }

    /** Has a user authenticated by this token from now on. */
    void use(Role role, String token) {
        tokens.put(role, new Secret(given(role, token), token));
    }

    /**
     * Takes down a token that the target gave: a secret from now on, whoever it is meant for and whether it is used or not.
     *
     * @param role whose it should be; null where nobody knows
     * @return the name that stands for it
     */
    String given(@Nullable Role role, String token) {
        String known = target.secrets().get(token);
        return known != null ? known : named(role, token);
    }

    private synchronized String named(@Nullable Role role, String token) {
        String before = given.get(token);
        String name = before == null ? freeName(role) : before;
        given.put(token, name);
        return name;
    }

    private String freeName(@Nullable Role role) {
        String first = role == null ? "OIOI_TOKEN" : "OIOI_" + role.name() + "_TOKEN";
        Set<String> taken = new HashSet<>(target.secrets().values());
        taken.addAll(given.values());
        String name = first;
        for (int i = 2; taken.contains(name); i++) {
            name = first + "_" + i;
        }
        return name;
    }

    /** The tokens that the target gave in this run, each with the name that stands for it. */
    Map<String, String> given() {
        return Map.copyOf(given);
    }

    /** Takes down a text that a scenario says it sends, and that is nobody's secret. */
    void say(String text) {
        said.add(text);
    }

    /** The texts that scenarios say they send. */
    Set<String> said() {
        return Set.copyOf(said);
    }

    /** Whether a log-in ended the token that the profile gives for a user. */
    boolean hasEnded(Role role) {
        TestUser user = described(role);
        return user != null && user.hasToken() && tokens.containsKey(role);
    }

    /** The run other than this one whose values a user has, if any. */
    public synchronized Optional<String> otherRunIn(JsonNode user) {
        return RunMark.in(user).filter(run -> !known.contains(run));
    }

    /** Whether a user has values of this run. */
    public boolean bearsOwnMark(JsonNode user) {
        return RunMark.in(user).filter(mark.run()::equals).isPresent();
    }

    /** What is to be put back of a user whatever is found, if the profile says so. */
    public Optional<ObjectNode> given(Role role) {
        TestUser user = user(role);
        return user == null || user.details() == null
                ? Optional.empty()
                : Optional.of(JsonMapper.shared().valueToTree(user.details()));
    }

    /**
     * Why a run can't begin with what its first look found: values of another run would be taken for the user's own. Where the
     * profile says what is to be put back, that run's values are taken over.
     */
    public synchronized Optional<String> objectionTo(Role role, ObjectNode found) {
        Optional<String> other = otherRunIn(found);
        if (other.isPresent() && given(role).isPresent() && !readOnly) {
            adopt(role, given(role).get(), other.get());
            return Optional.empty();
        }
        String name = "oioi.users." + role.label();
        return other.map(
                run -> "the details of " + name + " are ones that run " + run + " wrote: it is using the account,"
                        + " or was cut off before it put them back; wait until it is done, or put them back with 'chargeproof"
                        + " restore' where it ran, or say in " + name + ".details what is to be put back");
    }

    /** Makes known what a first look found; it is what is to be put back, unless something else is. */
    public synchronized void found(Role role, ObjectNode user) {
        left.putIfAbsent(role, user);
        if (!own.containsKey(role)) {
            keep(role, given(role).orElse(user));
        }
    }

    /** Takes over what another run, which is gone, left to put back. */
    public synchronized void adopt(Role role, ObjectNode details, String run) {
        known.add(run);
        changed.add(role);
        if (!own.containsKey(role)) {
            keep(role, given(role).orElse(details));
        }
    }

    /** Says that what was taken over of a user may be another target's, which had the same address: then no mark is there. */
    public synchronized void doubt(Role role) {
        doubted.add(role);
    }

    /** Has a user keep what is found, if what was taken over is another's; whether that is so. */
    public synchronized boolean isOfAnotherTarget(Role role, JsonNode found) {
        if (!doubted.remove(role) || RunMark.in(found).isPresent()) {
            return false;
        }
        changed.remove(role);
        keep(role, given(role).orElse((ObjectNode) found));
        return true;
    }

    /** Says that what was taken over is put back, so that whoever writes such values from now on is another run. */
    public synchronized void arePutBack() {
        known.retainAll(Set.of(mark.run()));
        putBack = true;
    }

    /** Whether something was put back before the run began. */
    public synchronized boolean haveBeenPutBack() {
        return putBack;
    }

    /** Whether there is something to put back from before this run. */
    public synchronized boolean haveBeenAdopted() {
        return known.size() > 1;
    }

    /** Puts an equal form in place of a user's own details, since the target takes that alone. */
    public synchronized void settle(Role role, ObjectNode equal) {
        keep(role, equal);
    }

    private void keep(Role role, ObjectNode details) {
        TestUser user = user(role);
        if (user != null) {
            custody.accept(new UserSnapshot(OioiModule.API.label(), user.username(), details));
            own.put(role, details);
        }
    }

    /** What is to be put back of a user, as far as it is known. */
    public synchronized Optional<ObjectNode> own(Role role) {
        return Optional.ofNullable(own.get(role));
    }

    /** What is to be put back of all users, as far as it is known. */
    public synchronized Map<Role, ObjectNode> allOwn() {
        return Map.copyOf(own);
    }

    /** Says that the target takes a user's own details. */
    public synchronized void take(Role role) {
        taken.add(role);
    }

    /** Whether it is known that the target takes a user's own details. */
    synchronized boolean areTaken(Role role) {
        return taken.contains(role);
    }

    /** Says what a user has now: the own details, which were put back. */
    public synchronized void isPutBack(Role role) {
        own(role).ifPresent(details -> left.put(role, details));
    }

    /** What a user has as long as no run changes it, where the run has looked. */
    public synchronized Optional<ObjectNode> left(Role role) {
        return Optional.ofNullable(left.get(role));
    }

    /** What a user has between scenarios: the own details, marked where others may use the account. */
    public ObjectNode resting(Role role) {
        ObjectNode details = Details.postable(own(role).orElseThrow());
        return shared ? mark.on(details) : details;
    }

    /** Says that the run is about to change a user. */
    public synchronized void change(Role role) {
        changed.add(role);
    }

    /** Says that it didn't, since another run has the account. */
    public synchronized void leave(Role role) {
        changed.remove(role);
    }

    /** Whether the run may have changed a user. */
    public synchronized boolean mayHaveChanged(Role role) {
        return !shared || changed.contains(role);
    }

    /** Whether the run may have changed anybody. */
    public synchronized boolean mayHaveChangedAny() {
        return !shared || !changed.isEmpty();
    }
}
