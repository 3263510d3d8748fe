package dev.wakit.provider.meta.template;

import java.util.List;
import java.util.Map;

/**
 * How two templates compare. Immutable.
 *
 * @param byBlockRate their ids, the one that was blocked less often first; empty if Meta did not say
 * @param sends how often each was sent, by id
 * @param topBlockReasons why people most often blocked the business after each, in Meta's words, by id
 * @since 0.1
 */
public record TemplateComparison(
        List<String> byBlockRate, Map<String, Long> sends, Map<String, String> topBlockReasons) {

    /** Copies the collections. */
    public TemplateComparison {
        byBlockRate = List.copyOf(byBlockRate);
        sends = Map.copyOf(sends);
        topBlockReasons = Map.copyOf(topBlockReasons);
    }
}
