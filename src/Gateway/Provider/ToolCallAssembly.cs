using System.Text;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>Puts the fragments of a stream's tool calls together.</summary>
internal sealed class ToolCallAssembly
{
    private readonly SortedDictionary<int, Call> _calls = [];

    public void Add(ToolCallFragment fragment)
    {
        if (!_calls.TryGetValue(fragment.Index, out var call))
        {
            _calls[fragment.Index] = call = new();
        }
        call.Id ??= fragment.CallId;
        call.Name ??= fragment.Name;
        call.Arguments.Append(fragment.Arguments);
    }

    /// <exception cref="ProviderException">A call never got an id or a name.</exception>
    public IEnumerable<FunctionCallContent> Finish() =>
        _calls.Values.Select(call =>
            call is { Id: { } id, Name: { } name }
                ? SdkTools.Call(id, name, call.Arguments.ToString())
                : throw new ProviderException(ProviderFailure.InvalidAnswer)
        );

    private sealed class Call
    {
        public string? Id { get; set; }

        public string? Name { get; set; }

        public StringBuilder Arguments { get; } = new();
    }
}
