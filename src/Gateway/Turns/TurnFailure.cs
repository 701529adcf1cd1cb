using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Gateway;

/// <summary>What a caller is told about a turn that failed, whatever endpoint it came by.</summary>
/// <param name="Status">HTTP's status, where there is one to give.</param>
/// <param name="Reason">The failure's name in metrics, problems and events.</param>
/// <param name="Detail">A sentence for people.</param>
/// <param name="Dependency">What let us down; null if it was us.</param>
/// <param name="RetryAfter">When it may work, if anybody knows.</param>
internal sealed record TurnFailure(
    int Status,
    string Reason,
    string Detail,
    string? Dependency = null,
    TimeSpan? RetryAfter = null
)
{
    /// <summary>The provider's own name for what is wrong with the request; null if it gave none.</summary>
    public string? Code { get; init; }

    /// <summary>The field that is at fault, where callers send the same fields as the provider gets.</summary>
    public string? Param { get; init; }

    /// <summary>An error of ours, about which a caller learns nothing but that it is.</summary>
    public static readonly TurnFailure Unexpected = new(
        StatusCodes.Status500InternalServerError,
        "internal_error",
        "The gateway failed unexpectedly."
    );

    /// <summary>The gateway stops, and could not wait for the end.</summary>
    public static readonly TurnFailure Stopped = new(
        StatusCodes.Status503ServiceUnavailable,
        RequestEnd.Stopped,
        "The gateway is shutting down."
    );

    /// <summary>Null for what no dependency of ours throws.</summary>
    public static TurnFailure? From(Exception e) =>
        e switch
        {
            ProviderException provider => ProviderProblem.Tell(provider),
            StoreException store => StoreProblem.Tell(store),
            _ => null,
        };

    /// <summary>In whole seconds, as HTTP has it; never too early.</summary>
    public string? RetryAfterSeconds => RetryAfter is { } wait ? RoundUp(wait.TotalSeconds) : null;

    /// <summary>The problem, and the headers that go with it: OpenAI's SDKs read the finer one first.</summary>
    public ProblemHttpResult ToProblem(HttpResponse response)
    {
        if (RetryAfter is { } wait)
        {
            response.Headers[HeaderNames.RetryAfter] = RetryAfterSeconds;
            response.Headers["retry-after-ms"] = RoundUp(wait.TotalMilliseconds);
        }
        return ToProblem();
    }

    /// <summary>The problem alone, for where headers are too late.</summary>
    public ProblemHttpResult ToProblem()
    {
        var members = new Dictionary<string, object?> { ["reason"] = Reason };
        Add("dependency", Dependency);
        Add("code", Code);
        Add("param", Param);
        return TypedResults.Problem(Detail, statusCode: Status, extensions: members);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                members[name] = value;
            }
        }
    }

    private static string RoundUp(double number) =>
        Math.Ceiling(number).ToString(CultureInfo.InvariantCulture);
}
