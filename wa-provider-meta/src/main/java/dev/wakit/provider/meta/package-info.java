/**
 * The Meta Cloud API behind the provider SPI.
 *
 * <p>Start with {@link dev.wakit.provider.meta.MetaProvider#builder(String, String)}. JSON and HTTP stay in the internal packages,
 * which are not API. What is covered, and by which type; {@code docs/meta.md} has every feature, and says what is left out:
 *
 * <table>
 *   <caption>Features of the Cloud API</caption>
 *   <tr><th>Feature</th><th>Type</th></tr>
 *   <tr><td>sending: text, media, location, contacts, reactions, templates, interactive messages, products, orders to pay;
 *       answers, identities, user ids, marketing messages</td>
 *       <td>{@link dev.wakit.WhatsApp} or {@link dev.wakit.provider.meta.MetaProvider#send} with
 *       {@link dev.wakit.provider.SendRequest}, whose {@link dev.wakit.message.Message} is a type for each kind</td></tr>
 *   <tr><td>read receipts and typing indicators</td>
 *       <td>{@link dev.wakit.provider.meta.MetaProvider#markRead}, {@link dev.wakit.provider.meta.MetaProvider#showTyping}</td></tr>
 *   <tr><td>templates: list, get, create, edit, delete, rules checked offline, values checked before sending</td>
 *       <td>{@link dev.wakit.provider.TemplateGateway}, {@link dev.wakit.template.definition.TemplateDefinition},
 *       {@link dev.wakit.template.definition.TemplateLint}, {@link dev.wakit.message.ApprovedTemplate}</td></tr>
 *   <tr><td>templates: library, previews, authentication templates in bulk, comparison, migration, archive, unpause</td>
 *       <td>{@link dev.wakit.provider.meta.template.MetaTemplateManagement}</td></tr>
 *   <tr><td>media: upload, look-up, download, delete; uploads for headers of templates</td>
 *       <td>{@link dev.wakit.provider.MediaGateway}, {@link dev.wakit.provider.meta.media.HeaderUploads}</td></tr>
 *   <tr><td>numbers: quality, throughput, health, registration, PIN</td>
 *       <td>{@link dev.wakit.provider.meta.account.SenderNumbers}</td></tr>
 *   <tr><td>settings, business profile, commerce settings, opening of a chat</td>
 *       <td>{@link dev.wakit.provider.meta.account.SenderSettings}</td></tr>
 *   <tr><td>catalogs: list, create, connect; products in batches, page by page, with their review; cart and visibility</td>
 *       <td>{@link dev.wakit.provider.CatalogGateway}</td></tr>
 *   <tr><td>the account, its limit, its token, parent accounts, contact book</td>
 *       <td>{@link dev.wakit.provider.meta.account.MetaAccount}, {@link dev.wakit.provider.meta.account.BusinessAccount},
 *       {@link dev.wakit.provider.meta.account.ParentAccount}</td></tr>
 *   <tr><td>subscription to webhooks</td>
 *       <td>{@link dev.wakit.provider.meta.account.WebhookSubscriptions}</td></tr>
 *   <tr><td>block list, QR codes, usernames</td>
 *       <td>{@link dev.wakit.provider.meta.account.BlockList}, {@link dev.wakit.provider.meta.account.QrCodes},
 *       {@link dev.wakit.provider.meta.account.Usernames}</td></tr>
 *   <tr><td>webhooks: handshake, signature, events of every field and kind of message</td>
 *       <td>{@link dev.wakit.provider.WebhookCodec}, {@link dev.wakit.inbound.InboundEvent},
 *       {@link dev.wakit.inbound.content.InboundContent}</td></tr>
 *   <tr><td>errors: all codes of Meta, with what to do about each</td>
 *       <td>{@link dev.wakit.provider.meta.MetaProvider#defaultErrors()}, {@link dev.wakit.error.ErrorPolicy}</td></tr>
 *   <tr><td>budget of management calls</td>
 *       <td>{@link dev.wakit.provider.meta.ApiUsage}</td></tr>
 *   <tr><td>versions, second host, proxies, timeouts, proof of the app secret</td>
 *       <td>{@link dev.wakit.provider.meta.MetaProviderBuilder}</td></tr>
 * </table>
 */
@NullMarked
package dev.wakit.provider.meta;

import org.jspecify.annotations.NullMarked;
