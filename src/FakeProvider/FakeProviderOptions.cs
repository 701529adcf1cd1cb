using System.Net;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>
/// How a <see cref="FakeProvider"/> behaves. Checked and read once, when it starts: a later change
/// has no effect.
/// </summary>
public sealed class FakeProviderOptions
{
    /// <summary>
    /// How long an admitted request waits for the first token of its answer. By default log-normal
    /// with a median of 200 ms and a p99 of 2 s; <see cref="Delay.None"/> shows a gateway's own cost.
    /// </summary>
    public Delay Latency { get; set; } = Delay.LogNormal("200ms", "2s");

    /// <summary>
    /// How long each further token takes, <see cref="Delay.None"/> by default. A stream sends them
    /// one by one; an answer that is not streamed takes as long as its stream would.
    /// </summary>
    public Delay TokenGap { get; set; } = Delay.None;

    /// <summary>What each token of the prompt adds to <see cref="Latency"/>: from zero, the default,
    /// to 24 hours.</summary>
    public TimeSpan LatencyPerPromptToken { get; set; }

    /// <summary>
    /// How many requests are in service at once, the others waiting for one to end: at least 1, or
    /// null (the default) for no limit.
    /// </summary>
    public int? Slots { get; set; }

    /// <summary>
    /// How many requests may wait for one of the <see cref="Slots"/>; beyond, the answer is a 503:
    /// at least 0, or null (the default) for any number.
    /// </summary>
    public int? MostWaiting { get; set; }

    /// <summary>What one API key may use; unlimited by default.</summary>
    public RateLimitOptions RateLimit { get; } = new();

    /// <summary>When the provider is overloaded; never by default.</summary>
    public OverloadOptions Overload { get; } = new();

    /// <summary>When the provider is down; never by default.</summary>
    public OutageCollection Outages { get; } = new();

    /// <summary>Scripted answers, which win over all others; none by default.</summary>
    public StubOptions Stubs { get; } = new();

    /// <summary>How it fails requests; by default not at all.</summary>
    public FaultOptions Faults { get; } = new();

    /// <summary>The seed of delays, replies and faults; 42 by default.</summary>
    public ulong Seed { get; set; } = 42;

    /// <summary>How many tokens a reply has, unless the request allows fewer: 1 to 100,000, by default
    /// 50.</summary>
    public int ReplyTokens { get; set; } = 50;

    /// <summary>Scripted replies and tool calls; none by default.</summary>
    public ReplyScripts Replies { get; } = new();

    /// <summary>The listed models and their context windows.</summary>
    public ModelCatalog Models { get; } = new();

    /// <summary>The largest request body, in bytes, that is not answered with 413: at least 1, by
    /// default 10,000,000.</summary>
    public long MaxRequestBodyBytes { get; set; } = 10_000_000;

    /// <summary>The address to listen on; loopback unless <see cref="AllowRemoteClients"/> is
    /// set.</summary>
    public IPAddress Address { get; set; } = IPAddress.Loopback;

    /// <summary>The port to listen on: 0 to 65535; 0, the default, takes any free one.</summary>
    public int Port { get; set; }

    /// <summary>
    /// Whether <see cref="Address"/> may be one that other machines can reach; false by default. The
    /// provider asks nobody for a valid key.
    /// </summary>
    public bool AllowRemoteClients { get; set; }

    /// <summary>
    /// The header that says whose request one is, where no <c>traceparent</c> does: the same text is
    /// the same request. Delays are drawn by it. A marker in the prompt, <c>[[gb:</c>, 1 to 32
    /// hexadecimal digits and <c>]]</c>, beats both, and needs no gateway that passes headers on.
    /// </summary>
    public string IdentityHeader { get; set; } = "x-gatewaybench-request";

    /// <summary>
    /// How many of the last requests <see cref="ProviderAudit.Journal"/> keeps, without prompts and
    /// keys: 0 to 100,000, by default 0, because each costs a lock and an object.
    /// </summary>
    public int JournalRequests { get; set; }

    /// <summary>The clock of delays and rate limits; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Put around all that answers, by who listens in; null for nobody.</summary>
    internal Func<RequestDelegate, RequestDelegate>? Around { get; set; }
}
