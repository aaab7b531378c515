"""The board: columns and cards in a scene, moved by the animator, dragged by gestures."""
