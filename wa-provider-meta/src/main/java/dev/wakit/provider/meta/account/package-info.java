/**
 * The senders of a business account at Meta, and the account itself.
 *
 * <p>Start with {@link dev.wakit.provider.meta.account.MetaAccount}, which {@code MetaProvider.account()} returns. What Meta
 * answers is in immutable records: a field that Meta left out is empty, a word that is newer than this version stays readable as
 * {@link dev.wakit.provider.meta.account.Word}.
 */
@NullMarked
package dev.wakit.provider.meta.account;

import org.jspecify.annotations.NullMarked;
