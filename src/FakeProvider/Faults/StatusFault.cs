using System.Net.Http.Headers;

namespace GatewayBench;

internal sealed class StatusFault : Fault
{
    public const int Least = 400;
    public const int Most = 599;
    public const string AllowedHeader = "printable ASCII without (, ) and @";

    private readonly int _status;
    private readonly string? _retryAfter;

    public StatusFault(int status, string? retryAfter)
        : base(
            retryAfter is null ? "status" : "retry-after",
            FormattableString.Invariant($"{status}{(retryAfter is null ? "" : ", ")}{retryAfter}")
        )
    {
        if (status is < Least or > Most)
        {
            throw InvalidOption.Exception(nameof(status), status, $"{Least} to {Most}");
        }
        if (retryAfter is not null && !CanBeSent(retryAfter))
        {
            throw InvalidOption.Exception("value", $"'{retryAfter}'", AllowedHeader);
        }
        (_status, _retryAfter) = (status, retryAfter);
    }

    internal override bool ChangesBody => false;

    public static bool CanBeSent(string header) =>
        header.Length > 0
        && header.Trim().Length == header.Length
        && header.All(c => c is >= ' ' and <= '~' and not ('(' or ')' or '@'));

    internal override ValueTask BeforeAsync(FaultedAnswer answer)
    {
        if (_retryAfter is not null)
        {
            answer.Context.Response.Headers.RetryAfter = _retryAfter;
        }
        throw new ApiErrorException(FaultErrors.Of(_status)) { RetryAfter = Wait(answer.Clock) };
    }

    /// <returns>Null where clients can't make sense of the header either.</returns>
    private TimeSpan? Wait(TimeProvider clock) =>
        RetryConditionHeaderValue.TryParse(_retryAfter, out var value)
            ? value.Delta ?? value.Date - clock.GetUtcNow()
            : null;
}
