package dev.wakit.campaign.internal;

import dev.wakit.address.Recipient;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.consent.SuppressionScope;
import dev.wakit.campaign.consent.SuppressionSource;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ProviderError;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Decides what an error means for one delivery: try again, and when, or fail. Thread-safe if its random source is.
 */
final class ErrorJudge {

    private static final String PAIR_LIMIT = "131056";
    private static final int PAIR_LIMIT_BASE_SECONDS = 4;
    private static final int TEMPLATE_SYNC_MINUTES = 10;
    private static final String TEMPLATE_SYNCING = "134101";

    private final RandomGenerator random;

    ErrorJudge(RandomGenerator random) {
        this.random = random;
    }

    /**
     * What to do with a delivery.
     *
     * @param retry whether it is tried again
     * @param at the time of the next try; the epoch if there is none
     * @param tries the tries that count, after this one
     * @param text the error in words, with why it is not tried again
     */
    record Verdict(boolean retry, Instant at, int tries, String text) {}

    Verdict judge(ProviderError error, ErrorRule rule, Delivery delivery, CampaignSettings settings, Instant now) {
        String words = words(error, rule);
        int triesBefore = delivery.tries();
        int tries = triesBefore + 1;
        Optional<String> regional = finalAdvice(rule, delivery, settings);
        if (regional.isPresent()) {
            return new Verdict(
                    false, Instant.EPOCH, tries, words + (words.endsWith(".") ? " " : ". ") + regional.get());
        }
        return switch (rule.disposition()) {
            case RETRY_BACKOFF -> again(words, settings, tries, now.plus(backoff(error, settings, tries)));
            case RETRY_AFTER_24H ->
                again(words, settings, tries, now.plus(settings.retry().quietDelay()));
            case THROTTLE_LANE, PAUSE_CAMPAIGN, REFRESH_CREDENTIALS ->
                new Verdict(true, now.plusSeconds(1), triesBefore, words);
            case OPT_OUT, FAIL_RECIPIENT, FAIL_CAMPAIGN -> new Verdict(false, Instant.EPOCH, tries, words);
        };
    }

    /** Why an error is final where the person lives, though it may pass elsewhere. */
    private static Optional<String> finalAdvice(ErrorRule rule, Delivery delivery, CampaignSettings settings) {
        // What is final in a region is marketing: other messages to the same person may pass.
        return delivery.recipient()
                .filter(person -> settings.isMarketing())
                .flatMap(person -> rule.finalAdvice(person.region()));
    }

    private static Verdict again(String words, CampaignSettings settings, int tries, Instant at) {
        int maxTries = settings.retry().maxTries();
        if (tries >= maxTries) {
            String why = maxTries == 1 ? "" : " Tried " + tries + " times.";
            return new Verdict(false, Instant.EPOCH, tries, words + why);
        }
        if (settings.sendBy().filter(at::isAfter).isPresent()) {
            return new Verdict(
                    false,
                    Instant.EPOCH,
                    tries,
                    words + " Not tried again: the next try at " + at + " would be after the send-by time.");
        }
        return new Verdict(true, at, tries, words);
    }

    private Duration backoff(ProviderError error, CampaignSettings settings, int tries) {
        if (error.code().equals(PAIR_LIMIT)) {
            return Duration.ofSeconds((long) Math.pow(PAIR_LIMIT_BASE_SECONDS, Math.min(tries, 6)));
        }
        if (error.code().equals(TEMPLATE_SYNCING)) {
            return Duration.ofMinutes(TEMPLATE_SYNC_MINUTES);
        }
        return settings.retry().delayAfter(tries, random.nextDouble());
    }

    static String words(ProviderError error, ErrorRule rule) {
        String title = error.title().isEmpty() ? rule.title() : error.title();
        return error.detail().isEmpty() || error.detail().equals(title) ? title : title + ": " + error.detail();
    }

    /**
     * The suppressions that an error asks for: for good when the person does not want these messages, or for now.
     *
     * @param names further names of the person than those of the delivery
     */
    static List<Suppression> suppressions(
            Delivery delivery,
            Collection<String> names,
            ProviderError error,
            ErrorRule rule,
            CampaignSettings settings,
            Instant at) {
        boolean isQuiet = rule.disposition() == Disposition.RETRY_AFTER_24H && settings.isMarketing();
        if ((!isQuiet && rule.disposition() != Disposition.OPT_OUT)
                || finalAdvice(rule, delivery, settings).isPresent()) {
            return List.of();
        }
        var keys = new LinkedHashSet<String>();
        delivery.recipient().map(Recipient::keys).ifPresent(keys::addAll);
        keys.addAll(names);
        String reason = error.code() + " " + rule.title();
        return keys.stream()
                .map(key -> isQuiet
                        ? new Suppression(
                                key,
                                SuppressionScope.MARKETING_FOR_NOW,
                                SuppressionSource.PROVIDER_ERROR,
                                reason,
                                at,
                                at.plus(settings.retry().quietDelay()))
                        : new Suppression(
                                key, SuppressionScope.MARKETING, SuppressionSource.PROVIDER_ERROR, reason, at))
                .toList();
    }
}
