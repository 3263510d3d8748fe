package dev.wakit.provider.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.provider.ProviderId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ProviderConfigsTest {

    private static Properties properties(String... pairs) {
        var properties = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty(pairs[i], pairs[i + 1]);
        }
        return properties;
    }

    private static void assertIndia(List<ProviderConfig> configs) {
        assertThat(configs).singleElement().satisfies(config -> {
            assertThat(config.id()).isEqualTo(ProviderId.of("meta-india"));
            assertThat(config.kind()).isEqualTo("meta");
            assertThat(config.required("access-token")).isEqualTo("EAAG1");
            assertThat(config.list("app-secret")).containsExactly("new", "old");
            assertThat(config.duration("total-timeout")).contains(Duration.ofSeconds(20));
        });
    }

    @Test
    void readsProperties() {
        assertIndia(ProviderConfigs.fromProperties(properties(
                "wakit.provider.meta-india.kind", "meta",
                "wakit.provider.meta-india.access-token", " EAAG1 ",
                "wakit.provider.meta-india.app-secret", "new, old",
                "wakit.provider.meta-india.total-timeout", "20s",
                "wakit.log", "INFO")));
    }

    @Test
    void readsEnvironmentVariables() {
        assertIndia(ProviderConfigs.fromEnvironment(Map.of(
                "WAKIT_PROVIDER__META_INDIA__KIND", "meta",
                "WAKIT_PROVIDER__META_INDIA__ACCESS_TOKEN", "EAAG1",
                "WAKIT_PROVIDER__META_INDIA__APP_SECRET", "new,old",
                "WAKIT_PROVIDER__META_INDIA__TOTAL_TIMEOUT", "PT20S",
                "PATH", "/bin")));
    }

    @Test
    void readsATreeAsAJsonLibraryMakesIt() {
        assertIndia(ProviderConfigs.fromTree(Map.of(
                "meta-india",
                Map.of(
                        "kind", "meta",
                        "accessToken", "EAAG1",
                        "appSecret", List.of("new", "old"),
                        "totalTimeout", "20000ms"))));
    }

    @Test
    void anInstanceWithoutKindIsOfTheKindOfItsName() {
        assertThat(ProviderConfigs.fromProperties(properties("wakit.provider.twilio.account-sid", "AC1")))
                .singleElement()
                .satisfies(config -> assertThat(config.kind()).isEqualTo("twilio"));
    }

    @Test
    void severalInstancesOfAKindAreKeptApart() {
        var configs = ProviderConfigs.fromProperties(properties(
                "wakit.provider.a.kind", "meta", "wakit.provider.b.kind", "meta", "wakit.provider.b.flag", "true"));

        assertThat(configs).extracting(config -> config.id().value()).containsExactly("a", "b");
        assertThat(configs.get(0).names()).isEmpty();
        assertThat(configs.get(1).flag("flag")).contains(true);
    }

    @Test
    void everythingThatNamesNoSettingIsTold() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("meta", "EAAG1");
        tree.put("Other One", Map.of("kind", "meta"));
        tree.put("deep", Map.of("setting", Map.of("more", 1)));

        assertThatThrownBy(() -> ProviderConfigs.fromTree(tree))
                .isInstanceOfSatisfying(
                        ProviderConfigException.class,
                        refused -> assertThat(refused.problems())
                                .hasSize(3)
                                .anySatisfy(problem -> assertThat(problem).startsWith("meta must be an object"))
                                .anySatisfy(problem -> assertThat(problem).contains("'Other One'"))
                                .anySatisfy(problem -> assertThat(problem).startsWith("deep.setting must be a text")))
                .hasMessageNotContaining("EAAG1");
        assertThatThrownBy(() -> ProviderConfigs.fromProperties(properties("wakit.provider.meta", "x")))
                .hasMessageContaining("wakit.provider.meta must name an instance and a setting");
    }

    @Test
    void valuesAreNotShown() {
        var config = ProviderConfig.of(ProviderId.of("meta"), "meta", Map.of("access-token", "EAAG1"));

        assertThat(config).asString().contains("access-token").doesNotContain("EAAG1");
    }
}
