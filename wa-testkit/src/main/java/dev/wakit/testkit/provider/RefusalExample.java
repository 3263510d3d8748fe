package dev.wakit.testkit.provider;

import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorScope;
import dev.wakit.testkit.http.WireAnswer;

/**
 * A documented refusal of a BSP, and what a provider must make of it.
 *
 * @param code the code under which the provider reports it
 * @param answer what the BSP answers
 * @param disposition what its rule in the provider's error table says to do
 * @param scope how much that rule concerns
 * @since 0.1
 */
public record RefusalExample(String code, WireAnswer.Whole answer, Disposition disposition, ErrorScope scope) {}
