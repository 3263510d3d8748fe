package dev.wakit.samples.server.campaign;

import dev.wakit.address.Region;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.content.ButtonValue;
import dev.wakit.campaign.content.CampaignContent;
import dev.wakit.campaign.content.HeaderMedia;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.content.TextContent;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.pacing.SendWindow;
import dev.wakit.rate.RateLimit;
import dev.wakit.samples.server.campaign.CreateRequest.ButtonRequest;
import dev.wakit.samples.server.campaign.CreateRequest.HeaderMediaRequest;
import dev.wakit.samples.server.campaign.CreateRequest.RecipientRequest;
import dev.wakit.samples.server.campaign.CreateRequest.TemplateRequest;
import dev.wakit.samples.server.campaign.CreateRequest.WindowRequest;
import dev.wakit.samples.server.http.ApiException;
import dev.wakit.samples.server.provider.SenderChoice;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From what was posted to what the engine takes. Thread-safe. */
public final class Specs {

    private final SenderChoice senders;
    private final Region usualRegion;

    /** Chooses senders with {@code senders}; the country is that of numbers without a country code. */
    public Specs(SenderChoice senders, Region usualRegion) {
        this.senders = senders;
        this.usualRegion = usualRegion;
    }

    CampaignSpec of(CreateRequest request, Audience audience) {
        if (request.isToBeLaunched() && request.startAt() != null) {
            throw ApiException.invalid("'launch' and 'startAt' exclude each other. Leave one of them out.");
        }
        SenderChoice.Chosen chosen = senders.of("", request.provider(), request.sender());
        CampaignSpec.Builder spec = CampaignSpec.builder(Asked.required(request.name(), "name"))
                .provider(chosen.provider())
                .sender(chosen.sender())
                .content(content(request))
                .audience(audience)
                .defaultRegion(region(request.defaultRegion(), usualRegion));
        if (request.ratePerMinute() != null) {
            spec.rate(rate(request.ratePerMinute()));
        }
        if (request.startAt() != null) {
            spec.startAt(Asked.time(request.startAt(), "startAt"));
        }
        if (request.sendBy() != null) {
            spec.sendBy(Asked.time(request.sendBy(), "sendBy"));
        }
        if (request.sendMode() != null) {
            spec.sendMode(Asked.oneOf(SendMode.class, request.sendMode(), "sendMode"));
        }
        if (request.window() != null) {
            spec.window(window(request.window()));
        }
        return spec.build();
    }

    private static SendWindow window(WindowRequest request) {
        String from = Asked.required(request.from(), "window.from");
        String to = Asked.required(request.to(), "window.to");
        ZoneId zone = zone(Asked.required(request.zone(), "window.zone"));
        SendWindow.Hours hours = Asked.checked("window", () -> SendWindow.between(hour(from), hour(to)));
        if (request.days() != null) {
            List<DayOfWeek> days = request.days().stream()
                    .map(day -> Asked.oneOf(DayOfWeek.class, day, "window.days"))
                    .toList();
            hours = on(hours, days);
        }
        return Boolean.TRUE.equals(request.inRecipientZone()) ? hours.inRecipientZone(zone) : hours.inZone(zone);
    }

    private static SendWindow.Hours on(SendWindow.Hours hours, List<DayOfWeek> days) {
        return Asked.checked("window.days", () -> hours.on(days));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw ApiException.invalid("'window.zone' is '" + name + "'. Write a zone such as Asia/Kolkata.");
        }
    }

    private static LocalTime hour(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw ApiException.invalid("A time of 'window' is '" + text + "'. Write hours and minutes, such as 09:00.");
        }
    }

    static RateLimit rate(int perMinute) {
        return Asked.checked("ratePerMinute", () -> RateLimit.perMinute(perMinute));
    }

    private static Region region(@Nullable String code, Region usual) {
        return code == null || code.isBlank() ? usual : Asked.checked("defaultRegion", () -> Region.of(code));
    }

    private static CampaignContent content(CreateRequest request) {
        String text = Objects.requireNonNullElse(request.text(), "");
        TemplateRequest template = request.template();
        if (text.isBlank() == (template == null)) {
            throw ApiException.invalid("Give either 'template' or 'text'.");
        }
        return template == null
                ? Asked.checked("text", () -> TextContent.of(text))
                : Asked.checked("template", () -> template(template));
    }

    private static TemplateContent template(TemplateRequest request) {
        TemplateContent content = TemplateContent.of(
                Asked.required(request.name(), "template.name"),
                Asked.required(request.language(), "template.language"));
        List<String> body = request.body() == null ? List.of() : request.body();
        content = content.body(body.stream()
                .map(value -> Asked.required(value, "template.body"))
                .toArray(String[]::new));
        Map<String, String> named = request.named() == null ? Map.of() : request.named();
        for (Map.Entry<String, String> value : named.entrySet()) {
            content = content.namedBody(value.getKey(), Asked.required(value.getValue(), "template.named"));
        }
        if (request.headerText() != null) {
            content = content.headerText(request.headerText());
        }
        if (request.headerMedia() != null) {
            content = content.headerMedia(media(request.headerMedia()));
        }
        for (ButtonRequest button : request.buttons() == null ? List.<ButtonRequest>of() : request.buttons()) {
            content = content.button(new ButtonValue(
                    button.index(),
                    Asked.oneOf(ButtonValue.Kind.class, button.kind(), "template.buttons.kind"),
                    Asked.required(button.value(), "template.buttons.value")));
        }
        return content;
    }

    private static HeaderMedia media(HeaderMediaRequest request) {
        return new HeaderMedia(
                Asked.oneOf(HeaderMedia.Kind.class, request.kind(), "template.headerMedia.kind"),
                Asked.required(request.source(), "template.headerMedia.source"),
                Objects.requireNonNullElse(request.filename(), ""));
    }

    static AudienceMember member(RecipientRequest request) {
        AudienceMember member = AudienceMember.of(Objects.requireNonNullElse(request.phone(), ""));
        if (request.name() != null) {
            member = member.named(request.name());
        }
        Map<String, String> variables = request.variables() == null ? Map.of() : request.variables();
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            member = member.with(variable.getKey(), Objects.requireNonNullElse(variable.getValue(), ""));
        }
        return member;
    }
}
