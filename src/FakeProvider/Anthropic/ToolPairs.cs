namespace GatewayBench;

/// <summary>
/// Holds calls of tools against their results: each result has to answer a call of the assistant's
/// turn before it, and all calls have to be answered before the next one. Messages of one role in a
/// row are one turn.
/// </summary>
internal sealed class ToolPairs
{
    private readonly List<(string Id, string Path)> _calls = [];
    private readonly List<(string Id, string Path)> _results = [];
    private readonly HashSet<string> _open = [];
    private string _openPath = "";
    private bool _isAssistantsTurn;

    /// <summary>Whether the message that is being read has the result of a call.</summary>
    public bool HasResults => _results.Count > 0;

    /// <summary>The message that is being read calls a tool.</summary>
    public void Call(string id, string path) => _calls.Add((id, path));

    /// <summary>The message that is being read has the result of a call.</summary>
    public void Result(string id, string path) => _results.Add((id, path));

    /// <exception cref="ApiErrorException">Calls and results do not match.</exception>
    public void EndMessage(ChatRole role, string path)
    {
        switch (role)
        {
            case ChatRole.Assistant:
                RequireNone(_results, "tool_result", "user");
                if (!_isAssistantsTurn)
                {
                    End();
                }
                TakeCalls(path);
                _isAssistantsTurn = true;
                break;
            case ChatRole.User:
                RequireNone(_calls, "tool_use", "assistant");
                TakeResults();
                _isAssistantsTurn = false;
                break;
        }
        _calls.Clear();
        _results.Clear();
    }

    /// <summary>No call may be open any more.</summary>
    /// <exception cref="ApiErrorException">One is.</exception>
    public void End()
    {
        if (_open.Count > 0)
        {
            throw AnthropicErrors.Invalid(
                _openPath,
                $"`tool_use` ids without `tool_result` blocks in the next message: {_open.First()}. "
                    + "Each `tool_use` block must have a corresponding `tool_result` block there."
            );
        }
    }

    private void TakeCalls(string path)
    {
        foreach (var (id, callPath) in _calls)
        {
            if (!_open.Add(id))
            {
                throw AnthropicErrors.Invalid(callPath, $"`tool_use` ids must be unique: {id}");
            }
            _openPath = path;
        }
    }

    private void TakeResults()
    {
        foreach (var (id, path) in _results)
        {
            if (!_open.Remove(id))
            {
                throw AnthropicErrors.Invalid(
                    path,
                    $"unexpected `tool_use_id` in a `tool_result` block: {id}. Each needs a "
                        + "corresponding `tool_use` block in the previous message."
                );
            }
        }
    }

    private static void RequireNone(List<(string Id, string Path)> blocks, string type, string role)
    {
        if (blocks.Count > 0)
        {
            throw AnthropicErrors.Invalid(
                blocks[0].Path,
                $"`{type}` blocks can only be in `{role}` messages"
            );
        }
    }
}
