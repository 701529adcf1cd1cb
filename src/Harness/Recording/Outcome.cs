using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>How an exchange ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
public enum Outcome
{
    /// <summary>A 2xx answer, whole, that passed its checks.</summary>
    [JsonStringEnumMemberName("success")]
    Success,

    /// <summary>A redirect: load clients don't follow it, so the page asked for was not served.</summary>
    [JsonStringEnumMemberName("http_3xx")]
    Http3xx,

    /// <summary>Any 4xx but 429.</summary>
    [JsonStringEnumMemberName("http_4xx")]
    Http4xx,

    /// <summary>429.</summary>
    [JsonStringEnumMemberName("rate_limited")]
    RateLimited,

    /// <summary>Any 5xx.</summary>
    [JsonStringEnumMemberName("http_5xx")]
    Http5xx,

    /// <summary>The exchange did not end within its time-out.</summary>
    [JsonStringEnumMemberName("timeout")]
    Timeout,

    /// <summary>No connection could be made.</summary>
    [JsonStringEnumMemberName("connect")]
    Connect,

    /// <summary>The connection broke before an answer began.</summary>
    [JsonStringEnumMemberName("reset")]
    Reset,

    /// <summary>The connection broke within the body, or a stream ended without its end marker.</summary>
    [JsonStringEnumMemberName("truncated_stream")]
    TruncatedStream,

    /// <summary>A stream reported an error after its 200.</summary>
    [JsonStringEnumMemberName("stream_error")]
    StreamError,

    /// <summary>Nothing came on a stream for longer than its scenario allows.</summary>
    [JsonStringEnumMemberName("stalled_stream")]
    StalledStream,

    /// <summary>A 2xx answer that is not HTTP as it should be, has a malformed event, or fails a check.</summary>
    [JsonStringEnumMemberName("bad_body")]
    BadBody,

    /// <summary>An answer that belongs to another user.</summary>
    [JsonStringEnumMemberName("cross_session")]
    CrossSession,

    /// <summary>No progress although nothing is left to wait for.</summary>
    [JsonStringEnumMemberName("deadlock")]
    Deadlock,

    /// <summary>Ended by the end of the run itself.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}
