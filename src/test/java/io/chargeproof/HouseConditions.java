package io.chargeproof;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What ArchUnit has no words for. */
final class HouseConditions {
    private HouseConditions() {}

    static ArchCondition<JavaClass> haveARoom(String root) {
        return reporting(
                "have a room",
                each -> Room.of(root, each.getPackageName()).isPresent()
                        ? Stream.empty()
                        : Stream.of(each.getName() + " is in no room of the table"));
    }

    static ArchCondition<JavaClass> useNeighboursOnly(String root) {
        return reporting(
                "use their neighbours only",
                each -> Room.of(root, each.getPackageName()).stream()
                        .flatMap(room -> each.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> leadsAstray(room, root, dependency))
                                .map(dependency ->
                                        "room " + room.name() + " may not: " + dependency.getDescription())));
    }

    private static boolean leadsAstray(Room room, String root, Dependency dependency) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        return Room.of(root, target.getPackageName())
                .filter(other -> !room.mayUse(other))
                .isPresent();
    }

    static ArchCondition<JavaField> keepTheirValue(DescribedPredicate<JavaField> isMutableHolder) {
        return reporting("keep their value", each -> {
            boolean isFinal = each.getModifiers().contains(JavaModifier.FINAL);
            return isFinal && !isMutableHolder.test(each)
                    ? Stream.empty()
                    : Stream.of(each.getFullName() + " is static and can change");
        });
    }

    static ArchCondition<JavaClass> extendNothingUnder(String root) {
        return reporting(
                "extend no class of ours",
                each -> each.getRawSuperclass().stream()
                        .filter(superclass -> superclass.getPackageName().startsWith(root))
                        .map(superclass -> each.getName() + " extends " + superclass.getName()));
    }

    static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return reporting(
                "live in a null-marked package",
                each -> each.getPackage().isAnnotatedWith(NullMarked.class)
                        ? Stream.empty()
                        : Stream.of(each.getName() + " is in a package without @NullMarked"));
    }

    private static <T> ArchCondition<T> reporting(String description, Function<T, Stream<String>> violations) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                violations.apply(item).forEach(each -> events.add(SimpleConditionEvent.violated(item, each)));
            }
        };
    }
}
