package dev.wakit.provider.meta.conformance;

import static dev.wakit.provider.meta.conformance.CallExample.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.SenderId;
import dev.wakit.provider.meta.Requests;
import dev.wakit.provider.meta.account.ChatCommand;
import dev.wakit.provider.meta.account.ChatOpening;
import dev.wakit.provider.meta.account.CommerceSettings;
import dev.wakit.provider.meta.account.ProfileChange;
import dev.wakit.provider.meta.account.SenderSettings;
import dev.wakit.provider.meta.account.SettingChange;
import dev.wakit.provider.meta.account.Vertical;
import dev.wakit.provider.meta.media.HeaderHandle;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Calls of what can be set for a number. */
final class SettingCallExamples {

    private static final SenderId SENDER = SenderId.of(Requests.SENDER);

    private SettingCallExamples() {}

    static Stream<CallExample> all() {
        return Stream.of(read(), switched(), changed()).flatMap(List::stream);
    }

    private static List<CallExample> read() {
        return List.of(
                of(
                        "settings-get",
                        facades -> assertThat(facades.account().settings().get(SENDER))
                                .satisfies(settings -> {
                                    assertThat(settings.calling()).contains(true);
                                    assertThat(settings.callIcon()).contains(true);
                                    assertThat(settings.identityCheck()).isEmpty();
                                    assertThat(settings.storage()).contains("default");
                                    assertThat(settings.storageRegion()).isEmpty();
                                    assertThat(settings.raw()).contains("157.240.0.2", "payload_encryption");
                                }),
                        Answer.documented("getPhoneNumberSettings", "Basic settings response")),
                of(
                        "settings-get-all",
                        facades -> assertThat(facades.account().settings().get(SENDER))
                                .satisfies(settings -> {
                                    assertThat(settings.storage()).contains("in_country_storage_enabled");
                                    assertThat(settings.storageRegion()).contains("us");
                                    assertThat(settings.raw()).contains("sip.whatsapp.com");
                                }),
                        Answer.documented("getPhoneNumberSettings", "Settings with SIP and encryption")),
                of(
                        "profile-get",
                        facades -> assertThat(facades.account().settings().profile(SENDER))
                                .satisfies(profile -> {
                                    assertThat(profile.about())
                                            .contains("Welcome to our business! We provide excellent service.");
                                    assertThat(profile.address()).contains("123 Business Street, City, State 12345");
                                    assertThat(profile.description())
                                            .contains("We are a leading provider of quality products and services.");
                                    assertThat(profile.email()).contains("contact@business.com");
                                    assertThat(profile.pictureUrl())
                                            .contains(URI.create("https://pps.whatsapp.net/v/profile_picture_url"));
                                    assertThat(profile.websites())
                                            .containsExactly(
                                                    URI.create("https://www.business.com"),
                                                    URI.create("https://www.facebook.com/business"));
                                    assertThat(profile.vertical().is(Vertical.RESTAURANT))
                                            .isTrue();
                                }),
                        Answer.documented("getWhatsAppBusinessProfile", "business_profile_details")),
                of(
                        "commerce-get",
                        facades -> assertThat(facades.account().settings().commerce(SENDER))
                                .isEqualTo(new CommerceSettings(Optional.of("527759822865714"), true, true)),
                        Answer.documented("getCommerceSettings", "Example response")),
                of(
                        "opening-get",
                        facades -> assertThat(facades.account().settings().opening(SENDER))
                                .isEqualTo(new ChatOpening(
                                        true, List.of("Hours?"), List.of(new ChatCommand("help", "Helps")))),
                        Answer.written(
                                "getPhoneNumberById",
                                "{\"conversational_automation\":{\"enable_welcome_message\":true,"
                                        + "\"prompts\":[\"Hours?\"],\"commands\":[{\"command_name\":\"help\","
                                        + "\"command_description\":\"Helps\"}]},\"id\":\"1\"}")));
    }

    private static List<CallExample> switched() {
        return Stream.of(
                        setting("calls-on", SettingChange.calling(true)),
                        setting("calls-on-icon", SettingChange.calling(true, true)),
                        setting("calls-off-icon-off", SettingChange.calling(false, false)),
                        setting("identity-check", SettingChange.identityCheck(true)),
                        setting("stored-in", SettingChange.storedIn("IN")),
                        setting("stored-anywhere", SettingChange.storedAnywhere()))
                .toList();
    }

    private static CallExample setting(String name, SettingChange change) {
        return change(
                "settings-" + name,
                it -> it.change(SENDER, change),
                "updatePhoneNumberSettings",
                "Settings updated successfully");
    }

    private static List<CallExample> changed() {
        return List.of(
                change(
                        "profile-change",
                        it -> it.changeProfile(
                                SENDER,
                                ProfileChange.builder()
                                        .about("Open")
                                        .address("1 Main Street")
                                        .description("Sells plants.")
                                        .email("shop@shop.example")
                                        .picture(new HeaderHandle("4:x\n4:y"))
                                        .websites(List.of(URI.create("https://shop.example")))
                                        .vertical(Vertical.RETAIL)
                                        .build()),
                        "updateWhatsAppBusinessProfileInformation",
                        "profile_update_success"),
                change(
                        "commerce-change",
                        it -> it.changeCommerce(SENDER, true, false),
                        "setOrUpdateCommerceSettings",
                        "Example response"),
                change(
                        "opening-change",
                        it -> it.changeOpening(
                                SENDER,
                                new ChatOpening(
                                        true,
                                        List.of("Hours?", "Place?", "Prices?", "Jobs?"),
                                        List.of(new ChatCommand("help", "Helps")))),
                        "configureConversationalAutomation",
                        "success_response"));
    }

    private static CallExample change(String name, Consumer<SenderSettings> call, String operation, String example) {
        return of(name, facades -> call.accept(facades.account().settings()), Answer.documented(operation, example));
    }
}
