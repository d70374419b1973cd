# The nodes as a group, and one by one. Sourced by scripts/store.
# shellcheck shell=bash

any_part_runs() {
  local file
  for file in "$RUN"/*.supervisor; do [[ -e $file ]] && return 0; done
  return 1
}

stop_all() {
  local node
  stop_part nginx 10
  for node in node{1..9}; do
    [[ -e $RUN/$node.supervisor ]] || continue
    step "stopping $node"
    stop_part "$node" 30 &
  done
  wait
  is_supervised postgresql && step "stopping PostgreSQL"
  stop_postgres
  rm -f "$RUN"/*.drained
}

# Names a taken port before anything is started, so that nothing is left half-started.
require_free_ports() {
  local node
  [[ $STORE_DB_EMBEDDED == no ]] || is_supervised postgresql || require_port "$STORE_DB_PORT" PostgreSQL STORE_DB_PORT
  is_supervised nginx || require_port "$STORE_HTTP_PORT" nginx STORE_HTTP_PORT
  for node in $(node_names); do
    is_supervised "$node" && continue
    require_port "$(node_port "$node")" "$node" STORE_PORT_OFFSET
    require_port "$(management_port "$node")" "the management of $node" STORE_PORT_OFFSET
    require_port $((7600 + $(node_offset "$node"))) "the cluster traffic of $node" STORE_PORT_OFFSET
    require_port $((57600 + $(node_offset "$node"))) "the failure detection of $node" STORE_PORT_OFFSET
  done
}

# Starts what is not running; nodes that run something older are renewed one after another, no request lost.
start_nodes() {
  local node outdated=() started=()
  for node in node{1..9}; do
    if ((${node#node} > STORE_NODES)) && is_supervised "$node"; then
      step "stopping $node, which is one too many"
      drain_node "$node"
      stop_part "$node" 40
    fi
  done
  for node in $(node_names); do
    if ! is_supervised "$node"; then started+=("$node"); elif ! node_is_current "$node"; then outdated+=("$node"); fi
  done
  if ((${#started[@]})); then
    step "starting ${started[*]}"
    for node in "${started[@]}"; do launch_node "$node"; done
    for node in "${started[@]}"; do await_node "$node"; done
    for node in "${started[@]}"; do rm -f "$RUN/$node.drained"; done
    write_upstream
  fi
  for node in "${outdated[@]}"; do
    step "renewing $node"
    drain_node "$node"
    stop_part "$node" 40
    launch_node "$node"
    await_node "$node"
    resume_node "$node"
  done
}

node() {
  local node=${1:-} action=${2:-}
  require_node "$node"
  take_lock
  load_secrets
  export_origins
  find_tools
  find_nginx
  EAR=${STORE_EAR:-$STORE_DIR/emporium.ear}
  [[ -f $TEMPLATE/stamp && -f $EAR ]] || fail "The shop has not been brought up yet. Run scripts/store up."
  case $action in
    start)
      launch_node "$node"
      await_node "$node"
      resume_node "$node"
      say "$node is ready."
      ;;
    stop)
      is_supervised "$node" || { say "$node is not running."; return; }
      drain_node "$node"
      stop_part "$node" 40
      say "$node is stopped; it let its requests finish."
      ;;
    kill)
      is_supervised "$node" || { say "$node is not running."; return; }
      kill_part "$node"
      say "$node is killed and stays down until: scripts/store node $node start"
      ;;
    restart)
      node "$node" stop
      node "$node" start
      ;;
    drain)
      is_supervised "$node" || fail "$node is not running."
      drain_node "$node"
      say "$node takes no new requests and has finished the old ones."
      ;;
    resume)
      is_supervised "$node" || fail "$node is not running. Use: scripts/store node $node start"
      resume_node "$node"
      say "$node is back in rotation."
      ;;
    *) fail "node NODE start|stop|kill|restart|drain|resume" ;;
  esac
}

# Out of nginx first, then let what runs end: the order in which no request fails.
drain_node() {
  local node=$1
  touch "$RUN/$node.drained"
  if is_running nginx; then
    local old_workers
    old_workers=$(pgrep -P "$(part_pid nginx)")
    write_upstream
    reload_nginx
    # Until the workers of the old configuration are gone they may still send requests to this node.
    # shellcheck disable=SC2086
    wait_for 10 are_gone $old_workers
  fi
  manage "$node" '{"operation":"suspend","suspend-timeout":20}' >/dev/null ||
    fail "$node does not take orders on port $(management_port "$node"). See $LOGS/$node.log."
  wait_for 25 is_suspended "$node"
}
are_gone() {
  local pid
  for pid in "$@"; do is_gone "$pid" || return 1; done
}
is_suspended() { manage "$1" '{"operation":"read-attribute","name":"suspend-state"}' | grep -q SUSPENDED; }
resume_node() {
  local node=$1
  manage "$node" '{"operation":"resume"}' >/dev/null
  wait_for 30 is_ready "$node" || fail "$node is not ready. See $LOGS/$node.log."
  rm -f "$RUN/$node.drained"
  if is_running nginx; then
    write_upstream
    reload_nginx
  fi
}
