package io.chargeproof;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.ANONYMOUS_CLASSES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What holds in the house that stands under a root package, each rule under the name of what it claims. */
final class HouseRules {
    private static final String[] JDK = {"java..", "javax..", "com.sun.net.httpserver.."};
    private static final String[] DATA_LIBRARIES = {
        "tools.jackson..",
        "com.fasterxml.jackson.annotation..",
        "org.snakeyaml.engine..",
        "com.google.i18n.phonenumbers..",
        "org.apache.commons.text..",
        "org.jspecify.."
    };

    private final String root;

    private HouseRules(String root) {
        this.root = root;
    }

    static Map<String, ArchRule> of(String root) {
        HouseRules house = new HouseRules(root);
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("each class has a room", house.eachClassHasARoom());
        rules.put("rooms use their neighbours only", house.roomsUseTheirNeighboursOnly());
        rules.put("packages are free of cycles", house.packagesAreFreeOfCycles());
        rules.put("the sandbox stands alone", house.theSandboxStandsAlone());
        rules.put("no API knows another", house.noApiKnowsAnother());
        rules.put("made-up clients know no rule", house.madeUpClientsKnowNoRule());
        rules.put("server sockets have one home", house.serverSocketsHaveOneHome());
        rules.put("REST Assured has one home", house.hasItsHomeIn("io.restassured..", "exchange.restassured"));
        rules.put("Pact has one home", house.hasItsHomeIn("au.com.dius.pact..", "contract"));
        rules.put("Allure has one home", house.hasItsHomeIn("io.qameta..", "report.allure"));
        rules.put("Cucumber has three homes", house.hasItsHomeIn("io.cucumber..", "run", "scenario", "api"));
        rules.put("the JUnit Platform has one home", house.hasItsHomeIn("org.junit.platform..", "run"));
        rules.put("cli alone prints", house.cliAlonePrints());
        rules.put("cli alone exits", house.cliAloneExits());
        rules.put("nothing static changes", house.nothingStaticChanges());
        rules.put("names say what a class is", house.namesSayWhatAClassIs());
        rules.put("classes are closed", house.classesAreClosed());
        rules.put("no class extends one of ours", house.noClassExtendsOneOfOurs());
        rules.put("packages are null-marked", house.packagesAreNullMarked());
        return rules;
    }

    private ArchRule eachClassHasARoom() {
        return classes()
                .should(HouseConditions.haveARoom(root))
                .because("a package that nobody placed is one whose neighbours nobody thought about");
    }

    private ArchRule roomsUseTheirNeighboursOnly() {
        return classes()
                .should(HouseConditions.useNeighboursOnly(root))
                .because("a run flows one way; a room that looks back can't be understood or replaced by itself");
    }

    private ArchRule packagesAreFreeOfCycles() {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("packages in a cycle are one package that says it is two");
    }

    private ArchRule theSandboxStandsAlone() {
        return classes()
                .that(resideInAPackage(root + ".sandbox.."))
                .should()
                .onlyDependOnClassesThat(resideIn(root + ".sandbox..", root + ".requirement..")
                        .or(resideIn(JDK))
                        .or(resideIn(DATA_LIBRARIES)))
                .allowEmptyShould(true)
                .because("the referee and the player share no code, or one mistake would hide another");
    }

    private ArchRule madeUpClientsKnowNoRule() {
        return noClasses()
                .that(resideInAPackage(root + ".traffic.seeded.."))
                .should()
                .dependOnClassesThat(
                        resideIn(root + ".traffic.client..", root + ".traffic.provider..", root + ".traffic.rule.."))
                .because("a client that is made with the rule's own words proves nothing of the rule");
    }

    private ArchRule serverSocketsHaveOneHome() {
        return noClasses()
                .that(not(resideInAPackage(root + ".traffic.proxy..")))
                .should()
                .dependOnClassesThat(resideInAPackage("java.net").and(simpleName("ServerSocket")))
                .because("where bytes of strangers are read by hand, one place has to be right");
    }

    private ArchRule noApiKnowsAnother() {
        return slices().matching(root + ".(*).(evcnet|oioi)..")
                .should()
                .notDependOnEachOther()
                .because("an API is added, and taken away, as one folder");
    }

    private ArchRule hasItsHomeIn(String library, String... homes) {
        String[] packages =
                Stream.of(homes).map(home -> root + "." + home + "..").toArray(String[]::new);
        return noClasses()
                .that(not(resideIn(packages)))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .because("what only " + String.join(" and ", homes) + " knows can be replaced there");
    }

    private ArchRule cliAlonePrints() {
        return noClasses()
                .that(not(resideInAPackage(root + ".cli..")))
                .should(accessField(System.class, "out"))
                .orShould(accessField(System.class, "err"))
                .orShould(callMethod(Throwable.class, "printStackTrace"))
                .because("what is printed is decided, and redacted, in one place");
    }

    private ArchRule cliAloneExits() {
        return noClasses()
                .that(not(resideInAPackage(root + ".cli..")))
                .should(callMethod(System.class, "exit", int.class))
                .orShould(callMethod(Runtime.class, "exit", int.class))
                .orShould(callMethod(Runtime.class, "halt", int.class))
                .because("an exit code is a promise, and what ends the process early leaves accounts changed");
    }

    private ArchRule nothingStaticChanges() {
        return fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(not(called(root + ".run.CurrentRun")))
                .should(HouseConditions.keepTheirValue(isMutableHolder()))
                .because(
                        "runs in one JVM must not see each other; CurrentRun is the one slot, for what Cucumber creates");
    }

    private ArchRule namesSayWhatAClassIs() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helpers?|Manager|Base|Impl|Common)")
                .orShould()
                .resideInAnyPackage(
                        "..util..", "..utils..", "..common..", "..helper..", "..manager..", "..base..", "..impl..")
                .because("such a name fits anything, so anything moves in");
    }

    private ArchRule classesAreClosed() {
        return classes()
                .that(not(INTERFACES).and(not(ANONYMOUS_CLASSES)).and(not(enums())))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("parts are put together here, never derived; alternatives are sealed interfaces");
    }

    private ArchRule noClassExtendsOneOfOurs() {
        return classes()
                .that(not(ANONYMOUS_CLASSES))
                .should(HouseConditions.extendNothingUnder(root))
                .because(
                        "a superclass of our own is shared behaviour that hides; a value or a function says it openly");
    }

    private ArchRule packagesAreNullMarked() {
        return classes()
                .should(HouseConditions.liveInANullMarkedPackage())
                .because("the compiler's null analysis passes over packages without the mark");
    }

    private static DescribedPredicate<JavaClass> resideIn(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }

    private static DescribedPredicate<JavaClass> called(String name) {
        return DescribedPredicate.describe(
                "are called " + name, each -> each.getName().equals(name));
    }

    private static DescribedPredicate<JavaClass> enums() {
        return DescribedPredicate.describe("enums", JavaClass::isEnum);
    }

    private static DescribedPredicate<JavaField> isMutableHolder() {
        return DescribedPredicate.describe("holds what changes", field -> {
            JavaClass type = field.getRawType();
            boolean collection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
            return type.getPackageName().startsWith("java.util.concurrent")
                    || type.isAssignableTo(ThreadLocal.class)
                    || (collection && !type.isInterface());
        });
    }
}
