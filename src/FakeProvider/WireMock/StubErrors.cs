using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>What goes wrong when a request is compared with stubs.</summary>
internal static class StubErrors
{
    public static ApiError TooSlow(RegexMatchTimeoutException e) =>
        new(
            StatusCodes.Status400BadRequest,
            $"A stub's regular expression took longer than {e.MatchTimeout.TotalSeconds} s on this "
                + $"request: {e.Pattern}",
            Code: "stub_pattern_timeout"
        );
}
