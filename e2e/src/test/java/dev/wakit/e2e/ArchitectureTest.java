package dev.wakit.e2e;

import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What every module must keep. */
class ArchitectureTest {

    private static final String CORE = "dev.wakit..";
    private static final String[] ENGINE = {"dev.wakit.campaign.."};
    private static final String[] CATALOG = {"dev.wakit.catalog.."};
    private static final String[] HTTP = {"dev.wakit.provider.http.."};
    private static final String[] META = {"dev.wakit.provider.meta.."};
    private static final String[] DIALOG360 = {"dev.wakit.provider.dialog360.."};
    private static final String[] TWILIO = {"dev.wakit.provider.twilio.."};
    private static final String[] STORE = {"dev.wakit.store.."};
    private static final String[] TESTKIT = {"dev.wakit.testkit.."};

    private final JavaClasses published = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(ArchitectureTest::isNotOfThisModule)
            .importPackages("dev.wakit");

    private static boolean isNotOfThisModule(Location location) {
        return !location.contains("/e2e/");
    }

    private static DescribedPredicate<JavaClass> core() {
        return JavaClass.Predicates.resideInAPackage(CORE)
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                        "dev.wakit.campaign..",
                        "dev.wakit.catalog..",
                        "dev.wakit.provider.http..",
                        "dev.wakit.provider.meta..",
                        "dev.wakit.provider.dialog360..",
                        "dev.wakit.provider.twilio..",
                        "dev.wakit.store..",
                        "dev.wakit.testkit..")))
                .as("wa-core");
    }

    @Test
    void theCoreKnowsNobody() {
        noClasses()
                .that(core())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(join(ENGINE, CATALOG, HTTP, META, DIALOG360, TWILIO, STORE, TESTKIT))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson..", "okhttp3..", "java.sql..", "java.net.http..")
                .check(published);
    }

    @Test
    void aProviderNeverSeesTheEngine() {
        noClasses()
                .that()
                .resideInAnyPackage(join(HTTP, META, DIALOG360, TWILIO))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(join(ENGINE, CATALOG, STORE, TESTKIT))
                .check(published);
    }

    @Test
    void theEngineAndTheCatalogDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAnyPackage(ENGINE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CATALOG)
                .check(published);
        noClasses()
                .that()
                .resideInAnyPackage(CATALOG)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ENGINE)
                .check(published);
    }

    @Test
    void theEngineAndTheCatalogSeeNoProviderNoDatabaseAndNoHttp() {
        noClasses()
                .that()
                .resideInAnyPackage(join(ENGINE, CATALOG))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(join(HTTP, META, DIALOG360, TWILIO, STORE, TESTKIT, new String[] {
                    "java.sql..", "okhttp3..", "java.net.http..", "org.jdbi.."
                }))
                .check(published);
    }

    @Test
    void theTestkitKnowsNoProviderAndNoStore() {
        noClasses()
                .that()
                .resideInAnyPackage(TESTKIT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(join(HTTP, META, DIALOG360, TWILIO, STORE))
                .check(published);
    }

    @Test
    void whatProvidersShareKnowsNoProvider() {
        noClasses()
                .that()
                .resideInAnyPackage(HTTP)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(join(META, DIALOG360, TWILIO))
                .check(published);
    }

    @Test
    void onlyTheTransportUsesOkHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.wakit.provider.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..")
                .check(published);
    }

    @Test
    void internalsStayInTheirModule() {
        for (String module : List.of(
                "dev.wakit.campaign",
                "dev.wakit.catalog",
                "dev.wakit.provider.http",
                "dev.wakit.provider.meta",
                "dev.wakit.provider.dialog360",
                "dev.wakit.provider.twilio",
                "dev.wakit.store.jdbc",
                "dev.wakit.testkit")) {
            noClasses()
                    .that()
                    .resideOutsideOfPackages(module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(module + ".internal..", module + ".*.internal..")
                    .check(published);
        }
    }

    @Test
    void featurePackagesOfTheCoreHaveNoCycles() {
        slices().matching("dev.wakit.(address|commerce|error|inbound|media|message|provider|rate|template|webhook)..")
                .should()
                .beFreeOfCycles()
                .check(published);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .that()
                .resideInAPackage("dev.wakit..")
                .should(new ArchCondition<>("be in a @NullMarked package") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(type, marked, type.getPackageName()));
                    }
                })
                .check(published);
    }

    @Test
    void publicClassesAreClosed() {
        classes()
                .that()
                .arePublic()
                .and()
                .resideOutsideOfPackages("..internal..")
                .and()
                .areNotInterfaces()
                .and()
                .haveNameNotMatching(".*(Contract|Fixture)")
                .should(new ArchCondition<>("be final, sealed or an exception's root") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean closed = type.getModifiers().contains(JavaModifier.FINAL)
                                || type.isEnum()
                                || type.reflect().isSealed()
                                || type.isAssignableTo(RuntimeException.class);
                        events.add(new SimpleConditionEvent(type, closed, type.getName()));
                    }
                })
                .check(published);
    }

    @Test
    void nobodyReadsTheWallClockPastTheInjectedOne() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.wakit.testkit..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(published);
    }

    @Test
    void optionalIsOnlyReturned() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages("..internal..")
                .and()
                .areDeclaredInClassesThat()
                .areNotRecords()
                .should(not(com.tngtech.archunit.lang.conditions.ArchConditions.have(DescribedPredicate.describe(
                        "an Optional parameter",
                        (com.tngtech.archunit.core.domain.JavaMethod method) -> method.getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(Optional.class))))))
                .check(published);
    }

    @Test
    void noClassIsNamedForNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*\\.\\w*(Util|Utils|Helper|Manager|Impl)")
                .check(published);
    }

    private static String[] join(String[]... parts) {
        return java.util.Arrays.stream(parts).flatMap(java.util.Arrays::stream).toArray(String[]::new);
    }
}
